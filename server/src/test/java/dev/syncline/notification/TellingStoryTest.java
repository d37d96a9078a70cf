package dev.syncline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When what is so is told: once, again after a while, when it is over; and when it is not. */
class TellingStoryTest extends RuleStory {

    private static final Map<String, Object> HELD = Map.of("kind", "HELD", "minutes", 0);
    private static final Duration HOUR = Duration.ofHours(1);

    private App app;
    private UUID task;

    private void failing() {
        app = application();
        task = task(app).opened(server.clock().instant()).failed(FailureKind.REFUSED, "The telephone number of ming.li is not allowed.").insert();
    }

    private void repaired() {
        server.database().jdbc().sql("""
                update task set status = 'CONFIRMED', settled_at = opened_at, settled_by = 'Olga', settle_reason = 'Done by hand.' where id = :id""")
                .param("id", task).update();
    }

    @Test
    void onceAndAgainOnlyAfterTheInterval() {
        failing();
        String rule = rule(HELD, Map.of("repeatMinutes", 60), app);
        assertThat(types(look(rule))).containsExactly("opened");
        assertThat(lookAfter(rule, Duration.ofMinutes(58))).hasSize(1);
        List<JsonNode> told = lookAfter(rule, Duration.ofMinutes(2));
        assertThat(types(told)).containsExactly("opened", "still");
        assertThat(title(told.get(1))).isEqualTo("Still: " + app.name() + ": 1 failed task waits for a person");
        assertThat(told.get(1).at("/data/data/alerts/0/id")).isEqualTo(told.get(0).at("/data/data/alerts/0/id"));
        assertThat(lookAfter(rule, Duration.ofMinutes(59))).hasSize(2);
        assertThat(lookAfter(rule, Duration.ofMinutes(1))).hasSize(3);
    }

    @Test
    void withoutAnIntervalItIsToldOnce() {
        failing();
        String rule = rule(HELD, app);
        look(rule);
        assertThat(lookAfter(rule, Duration.ofDays(20))).hasSize(1);
    }

    @Test
    void itsEndIsToldOnceItIsCalmAndWhatIsFalseForAMomentIsNotOver() {
        failing();
        String rule = rule(HELD, app);
        look(rule);
        repaired();
        assertThat(lookAfter(rule, Duration.ofMinutes(3))).hasSize(1);
        task = task(app).opened(server.clock().instant()).failed(FailureKind.REFUSED, "The telephone number of ming.li is not allowed.").insert();
        assertThat(lookAfter(rule, Duration.ofMinutes(3))).as("nothing new").hasSize(1);
        repaired();
        look(rule);
        List<JsonNode> told = lookAfter(rule, Duration.ofMinutes(5));
        assertThat(types(told)).containsExactly("opened", "over");
        assertThat(title(told.get(1))).isEqualTo(app.name() + ": the failed tasks are dealt with");
        assertThat(told.get(1).at("/data/summary/0").asString()).startsWith("It lasted 13 minutes, since ");
        assertThat(lookAfter(rule, HOUR)).hasSize(2);
        assertThat(ok(api.get(PATH + "/alerts?open=false&ruleId=" + rule)).path("items")).hasSize(1);
    }

    @Test
    void whoDoesNotWantToHearOfTheEndDoesNot() {
        failing();
        String rule = rule(HELD, Map.of("tellWhenOver", false), app);
        look(rule);
        repaired();
        look(rule);
        assertThat(lookAfter(rule, HOUR)).hasSize(1);
    }

    @Test
    void whatSomebodyHasTakenUpIsNotRepeatedButItsEndIsTold() {
        failing();
        String rule = rule(HELD, Map.of("repeatMinutes", 5), app);
        look(rule);
        JsonNode alert = ok(api.get(PATH + "/alerts?open=true&ruleId=" + rule)).path("items").path(0);
        assertThat(alert.path("title").asString()).isEqualTo(app.name() + ": 1 failed task waits for a person");
        assertThat(ok(api.post(PATH + "/alerts/" + alert.path("id").asString() + "/acknowledge", null)).path("acknowledgedBy").asString()).isNotEmpty();
        assertThat(lookAfter(rule, HOUR)).hasSize(1);
        repaired();
        look(rule);
        assertThat(types(lookAfter(rule, Duration.ofMinutes(6)))).containsExactly("opened", "over");
    }

    @Test
    void neitherIsACauseThatSomebodyHasAcknowledgedAmongTheFailures() {
        failing();
        String rule = rule(HELD, Map.of("repeatMinutes", 5), app);
        String group = look(rule).getFirst().at("/data/data/alerts/0/failureGroup/id").asString();
        String path = "/api/v1/failure-groups/" + group;
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("state", "ACKNOWLEDGED")));
        assertThat(lookAfter(rule, HOUR)).hasSize(1);
    }

    @Test
    void aMutedRuleIsSilentAndTellsAfterwardsWhatIsStillSo() {
        app = application();
        String rule = rule(HELD, app);
        Instant until = server.clock().instant().plus(HOUR);
        JsonNode muted = ok(api.post(PATH + "/rules/" + rule + "/mute", Map.of("until", until.toString(), "reason", "Maintenance")));
        assertThat(muted.at("/mute/because").asString()).isEqualTo("Maintenance");
        task(app).opened(server.clock().instant()).failed(FailureKind.REFUSED, "No.").insert();
        assertThat(look(rule)).isEmpty();
        assertThat(ok(api.get(PATH + "/rules/" + rule)).path("alerts").asInt()).as("it is so all the same").isEqualTo(1);
        assertThat(types(lookAfter(rule, HOUR))).containsExactly("opened");
        ok(api.delete(PATH + "/rules/" + rule + "/mute"));
        assertThat(api.post(PATH + "/rules/" + rule + "/mute", Map.of("until", until.toString())).status()).as("a time that is over").isEqualTo(400);
    }

    @Test
    void inQuietHoursNothingIsSent() {
        failing();
        DateTimeFormatter hours = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
        Instant now = server.clock().instant();
        String rule = rule(HELD, Map.of("quiet", Map.of("from", hours.format(now.minus(HOUR)), "to", hours.format(now.plus(HOUR)), "zone", "UTC")), app);
        assertThat(look(rule)).isEmpty();
        assertThat(types(lookAfter(rule, HOUR))).containsExactly("opened");
    }

    @Test
    void namesAndWhatAnApplicationSaidAreToldOnlyWhereTheRuleSaysSo() {
        failing();
        look(rule(HELD, app));
        assertThat(receiver.told().getFirst().body()).doesNotContain("ming.li");
        String named = rule(HELD, Map.of("withNames", true), app);
        assertThat(look(named).getLast().at("/data/summary").toString())
                .contains("One of them in full: The telephone number of ming.li is not allowed.", "For example: ming.li");
    }

    @Test
    void personalValuesAreToldToNobody() {
        app = application();
        for (int i = 0; i < 3; i++) {
            task(app).opened(server.clock().instant())
                    .parameters(new Parameters("ming.li", Map.of("mail", "ming.li@example.org", "mobile", "+49 30 5557 0123"), List.of(), List.of()))
                    .failed(FailureKind.REFUSED, "ming.li@example.org and +49 30 5557 0123 are taken.").insert();
        }
        for (Map<String, Object> condition : List.of(HELD, Map.<String, Object>of("kind", "FAILURE_SHARE", "minutes", 60, "percent", 1, "atLeast", 1))) {
            String rule = rule(condition, Map.of("withNames", true), app);
            String told = look(rule).getLast().toString();
            String alerts = api.get(PATH + "/alerts?ruleId=" + rule).text();
            String preview = api.post(PATH + "/rules/preview", Map.of("name", "A preview", "condition", condition, "withNames", true,
                    "channelIds", List.of(channel), "applicationIds", List.of(app.id()))).text();
            for (String text : List.of(told, alerts, preview, deliveries(rule).toString())) {
                assertThat(text).contains("are taken.", "[personal:").doesNotContain("@example.org", "5557");
            }
        }
    }

    @Test
    void anOutageOfManyApplicationsIsOneMessage() {
        App[] apps = new App[8];
        for (int i = 0; i < apps.length; i++) {
            apps[i] = application();
            task(apps[i]).opened(server.clock().instant()).failed(FailureKind.UNAVAILABLE, "Down.").insert();
        }
        List<JsonNode> told = look(rule(HELD, apps));
        assertThat(told).hasSize(1);
        assertThat(title(told.getFirst())).endsWith(": 8 alerts");
        assertThat(told.getFirst().at("/data/summary")).hasSize(8);
        assertThat(told.getFirst().at("/data/data/alerts")).hasSize(8);
        assertThat(told.getFirst().at("/data/link").asString()).isEqualTo("https://syncline.example.com/notifications");
    }

    @Test
    void severalServersLookOnceAndTellOnce() {
        failing();
        String rule = rule(HELD, Map.of("repeatMinutes", 5), app);
        try (TestServer other = TestServer.beside(server)) {
            for (int i = 0; i < 10; i++) {
                server.clock().advance(RuleWork.EVERY);
                Thread racing = Thread.ofVirtual().start(() -> other.bean(RuleWork.class).lookAtWhatIsDue());
                server.bean(RuleWork.class).lookAtWhatIsDue();
                racing.join();
            }
            assertThat(types(look(rule))).containsExactly("opened", "still", "still");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRuleThatIsSwitchedOffLeavesNothingOpen() {
        failing();
        String rule = rule(HELD, app);
        look(rule);
        JsonNode kept = ok(api.get(PATH + "/rules/" + rule));
        Map<String, Object> body = Map.of("name", kept.path("name").asString(), "enabled", false, "condition", HELD,
                "channelIds", List.of(channel), "applicationIds", List.of(app.id()));
        assertThat(ok(api.ifMatch("\"1\"").put(PATH + "/rules/" + rule, body)).path("alerts").asInt()).isZero();
        assertThat(receiver.told()).hasSize(1);
    }
}
