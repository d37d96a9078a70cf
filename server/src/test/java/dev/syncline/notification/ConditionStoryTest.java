package dev.syncline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each kind of rule: when it is true, when it is not, and what it says. */
class ConditionStoryTest extends RuleStory {

    private static final Map<String, Object> HALF_OF_FOUR = Map.of("kind", "FAILURE_SHARE", "percent", 50, "minutes", 60, "atLeast", 4);

    @Test
    void aShareOfFailuresIsToldWithHowManyOfHowMany() {
        App app = application();
        String rule = rule(HALF_OF_FOUR, app);
        ended(app, 1, 3);
        assertThat(look(rule)).as("a quarter").isEmpty();
        ended(app, 2, 0);
        JsonNode told = look(rule).getFirst();
        assertThat(title(told)).isEqualTo(app.name() + ": 50 % of tasks fail");
        assertThat(told.at("/data/summary").toString()).contains("Of the tasks that ended within 60 minutes, 3 of 6 failed.",
                "Commonest cause: the application refused the request.",
                "In words: The telephone number of <name> is not allowed.").doesNotContain("ming.li");
        assertThat(told.at("/data/severity").asString()).isEqualTo("WARNING");
        assertThat(told.at("/data/data/alerts/0/people").asInt()).isEqualTo(3);
        assertThat(told.at("/data/link").asString())
                .startsWith("https://syncline.example.com/log?view=all&status=FAILED&application=" + app.id() + "&from=");
    }

    @Test
    void tooFewTasksAreNoShareAndOldOnesDoNotCount() {
        App few = application();
        App old = application();
        String rule = rule(HALF_OF_FOUR, few, old);
        ended(few, 3, 0);
        for (int i = 0; i < 10; i++) {
            task(old).opened(server.clock().instant().minus(Duration.ofHours(3))).failed(FailureKind.REFUSED, "No.").insert();
        }
        assertThat(look(rule)).isEmpty();
    }

    @Test
    void whatIsDoneNowThoughItWasOpenedLongAgoCounts() {
        App app = application();
        String rule = rule(HALF_OF_FOUR, app);
        Instant dawn = server.clock().instant().minus(Duration.ofHours(6));
        for (int i = 0; i < 8; i++) {
            UUID failed = task(app).opened(dawn.plusSeconds(i)).failed(FailureKind.UNAVAILABLE, "Down.").insert();
            server.database().jdbc().sql("update task set started_at = :now where id = :id")
                    .param("now", Timestamp.from(server.clock().instant())).param("id", failed).update();
        }
        task(app).opened(dawn.plusSeconds(60)).status(Status.QUEUED).insert();
        assertThat(title(look(rule).getFirst())).isEqualTo(app.name() + ": 100 % of tasks fail");
    }

    @Test
    void aBacklogIsToldWithTheAgeOfItsOldestUnlessAFailedTaskHoldsIt() {
        App slow = application();
        App held = application();
        String rule = rule(Map.of("kind", "BACKLOG_AGE", "minutes", 30), slow, held);
        Instant now = server.clock().instant();
        task(slow).opened(now.minus(Duration.ofMinutes(20))).status(Status.QUEUED).insert();
        UUID line = UUID.randomUUID();
        task(held).line(line, 1).opened(now.minus(Duration.ofHours(5))).failed(FailureKind.REFUSED, "No.").insert();
        task(held).line(line, 2).opened(now.minus(Duration.ofHours(4))).status(Status.QUEUED).insert();
        assertThat(look(rule)).isEmpty();
        JsonNode told = lookAfter(rule, Duration.ofMinutes(15)).getFirst();
        assertThat(title(told)).isEqualTo(slow.name() + ": tasks have been waiting for 36 minutes");
        assertThat(told.at("/data/summary/0").asString()).isEqualTo("1 task has been waiting for longer than 30 minutes.");
        assertThat(told.at("/data/link").asString()).contains("order=oldest&status=QUEUED&status=RUNNING&application=" + slow.id());
    }

    @Test
    void silenceIsToldOfWhoeverIsSynchronizedAndEndsWithTheNextTask() {
        App silent = application();
        App off = application();
        server.database().jdbc().sql("update application set data_synchronization = false where id = :id").param("id", off.id()).update();
        String rule = rule(Map.of("kind", "NO_ACTIVITY", "minutes", 120), silent, off);
        task(silent).insert();
        assertThat(look(rule)).isEmpty();
        List<JsonNode> told = lookAfter(rule, Duration.ofMinutes(121));
        assertThat(told).hasSize(1);
        assertThat(title(told.getFirst())).isEqualTo(silent.name() + ": nothing has happened for 2 hours");
        task(silent).opened(server.clock().instant()).insert();
        assertThat(types(lookAfter(rule, Duration.ofMinutes(6)))).containsExactly("opened", "over");
    }

    @Test
    void whatWaitsForAPersonIsToldByApplicationAndCause() {
        App one = application();
        App other = application();
        String rule = rule(Map.of("kind", "HELD", "minutes", 60), one, other);
        Instant now = server.clock().instant();
        for (int i = 0; i < 5; i++) {
            task(one).opened(now.minusSeconds(i)).failed(FailureKind.REFUSED, "No.").insert();
        }
        task(one).opened(now).failed(FailureKind.REFUSED, "The mail address is taken.").insert();
        task(other).opened(now).failed(FailureKind.REFUSED, "No.").insert();
        assertThat(look(rule)).as("not for long enough").isEmpty();
        List<JsonNode> told = lookAfter(rule, Duration.ofMinutes(61));
        assertThat(told).extracting(RuleStory::title).containsExactlyInAnyOrder(
                one.name() + ": 5 failed tasks wait for a person",
                one.name() + ": 1 failed task waits for a person",
                other.name() + ": 1 failed task waits for a person");
    }

    @Test
    void onlyRemovalsWhereTheRuleIsAboutThem() {
        App app = application();
        String rule = rule(Map.of("kind", "HELD", "minutes", 0, "which", "REMOVALS"), app);
        task(app).action(Action.CREATE).failed(FailureKind.REFUSED, "No.").insert();
        assertThat(look(rule)).isEmpty();
        task(app).action(Action.DELETE).opened(server.clock().instant()).failed(FailureKind.REFUSED, "No.").insert();
        task(app).action(Action.DISABLE).opened(server.clock().instant()).failed(FailureKind.REFUSED, "No.").insert();
        JsonNode told = look(rule).getFirst();
        assertThat(title(told)).isEqualTo(app.name() + ": 2 removals of access failed");
        assertThat(told.at("/data/summary/0").asString()).contains("may still have access");
        assertThat(told.at("/data/link").asString()).matches(".*/log\\?application=.*&failureGroup=[0-9a-f-]{36}&action=DELETE&action=DISABLE");
    }

    @Test
    void oneThatHadNoAnswerWaitsForAPersonFromItsDeadlineOn() {
        App app = application();
        String rule = rule(Map.of("kind", "HELD", "minutes", 60), app);
        // The application gives a day to answer.
        task(app).opened(server.clock().instant().minus(Duration.ofHours(24))).failed(FailureKind.NO_CALLBACK, "No callback.").insert();
        assertThat(look(rule)).isEmpty();
        assertThat(lookAfter(rule, Duration.ofMinutes(62))).hasSize(1);
    }

    @Test
    void aRunThatTheSafetyStopHoldsIsTold() {
        App app = application();
        for (int i = 0; i < 3; i++) {
            ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", TestServer.unique("nobody"))));
        }
        server.database().jdbc().sql("update account set status = 'ACTIVE' where application_id = :id").param("id", app.id()).update();
        String rule = rule(Map.of("kind", "RUN_HELD"));
        assertThat(look(rule)).isEmpty();
        String policy = ok(api.post("/api/v1/account-policies", Map.of("applicationId", app.id(), "name", TestServer.unique("Orphans"),
                "definition", Map.of("kind", "ORPHAN", "readTarget", false), "action", "DISABLE", "limits", Map.of("accounts", 1)))).path("id").asString();
        String run = ok(api.post("/api/v1/account-policies/" + policy + "/runs", Map.of("dryRun", false))).path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                ok(api.get("/api/v1/account-policies/runs/" + run)).path("status").asString()).isEqualTo("HELD"));
        JsonNode told = look(rule).getFirst();
        assertThat(title(told)).endsWith(": stopped before anything was done");
        assertThat(told.at("/data/link").asString()).isEqualTo("https://syncline.example.com/governance/account-policies/runs/" + run);
        ok(api.post("/api/v1/account-policies/runs/" + run + "/cancel", null));
        assertThat(types(lookAfter(rule, Duration.ofMinutes(6)))).containsExactly("opened", "over");
    }
}
