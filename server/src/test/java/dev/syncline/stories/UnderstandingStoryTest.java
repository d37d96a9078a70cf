package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What helps to understand a failed task: what went well, what helped before, what the target has now, what a retry would send. */
class UnderstandingStoryTest extends Story {

    // ── compare with ──

    @Test
    void theLastSuccessOfTheAccountAndOfItsKind() {
        App app = application();
        String other = account(app, "kim");
        Made othersUpdate = edit(other, "room", "2");
        awaitStatus(othersUpdate.task(), "SUCCEEDED");
        String account = account(app, "ming");
        Made good = edit(account, "room", "1");
        awaitStatus(good.task(), "SUCCEEDED");
        Made failed = failedUpdate(app, account);

        JsonNode counterparts = counterparts(failed.task());

        assertThat(counterparts.path("sameObject").path("id").asString()).as("an update, not the newer creation of another").isEqualTo(good.task());
        assertThat(counterparts.path("sameKind").path("id").asString()).isEqualTo(othersUpdate.task());
        assertThat(counterparts.path("sameKind").path("objectName").asString()).isEqualTo("kim");
    }

    @Test
    void whatAPersonConfirmedShowsNoRequestThatWorked() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("no"), ScriptedTarget.refused("no"));
        String confirmed = create(app, "kim").task();
        awaitStatus(confirmed, "FAILED");
        ok(confirm(confirmed, "By hand."));
        String failed = create(app, "ming").task();
        awaitStatus(failed, "FAILED");
        assertThat(counterparts(failed).path("sameKind").isNull()).isTrue();
        assertThat(counterparts(failed).path("sameObject").isNull()).isTrue();
    }

    // ── how it was resolved before ──

    @Test
    void howTheSameFailureWasSettledBefore() {
        App app = application();
        String confirmed = refused(app, "ada");
        ok(confirm(confirmed, "Made it by hand."));
        String corrected = refused(app, "ben");
        ok(modify(corrected, named("ben2"), "The name was taken."));
        await(() -> assertThat(log(app).getFirst().path("status").asString()).isEqualTo("SUCCEEDED"));
        String retried = refused(app, "cleo");
        ok(retry(retried));
        awaitStatus(retried, "SUCCEEDED");
        String cancelled = refused(app, "dana");
        ok(cancel(cancelled, "Not wanted any more."));
        String other = failing(app, "emil", "The mailbox is full.");
        ok(confirm(other, "Something else."));
        String failed = refused(app, "finn");

        List<JsonNode> resolutions = ok(api.get("/api/v1/tasks/" + failed + "/resolutions")).valueStream().toList();

        assertThat(texts(resolutions, "how")).containsExactly("CANCELLED", "RETRIED", "CORRECTED", "CONFIRMED");
        assertThat(texts(resolutions, "taskId")).containsExactly(cancelled, retried, corrected, confirmed);
        assertThat(texts(resolutions, "reason")).containsExactly("Not wanted any more.", "", "The name was taken.", "Made it by hand.");
        assertThat(texts(resolutions, "by")).doesNotContain("");
        assertThat(resolutions.get(2).path("difference").get(0).path("after").asString()).isEqualTo("ben2");
    }

    @Test
    void aCorrectionThatFailedTooIsNoResolution() {
        App app = application();
        String failed = refused(app, "ada");
        app.target().answers(ScriptedTarget.refused("The name is taken."));
        ok(modify(failed, named("ada2"), "Try another."));
        await(() -> assertThat(log(app).getFirst().path("status").asString()).isEqualTo("FAILED"));
        assertThat(ok(api.get("/api/v1/tasks/" + refused(app, "kim") + "/resolutions"))).isEmpty();
    }

    // ── what the target has now ──

    @ParameterizedTest
    @CsvSource({"FOUND", "GONE", "UNKNOWN"})
    void whatTheTargetSaysIsShownAndKeptWithTheConfirmation(String said) {
        App app = application();
        app.target().reads(() -> switch (said) {
            case "FOUND" -> new Reading.Found("id-1", Optional.of(true), Map.of("room", "7", "password", "secret"), List.of());
            case "GONE" -> new Reading.Gone();
            default -> new Reading.Unknown("It is closed on Sundays.");
        });
        String failed = refused(app, TestServer.unique("kim"));
        JsonNode target = ok(api.get("/api/v1/tasks/" + failed + "/target"));
        assertThat(target.path("state").asString()).isEqualTo(said);
        assertThat(target.path("attributes").path("password").asString("********")).isEqualTo("********");
        assertThat(events(failed)).as("a look leaves no trace").doesNotContain("CONFIRMED").hasSize(3);

        ok(api.post("/api/v1/tasks/" + failed + "/confirm", Map.of("reason", "I looked.", "targetSaid", said)));

        JsonNode last = task(failed).path("log").valueStream().reduce((_, step) -> step).orElseThrow();
        assertThat(last.path("event").asString()).isEqualTo("CONFIRMED");
        assertThat(last.path("detail").path("targetSaid").asString()).isEqualTo(said);
    }

    @Test
    void somethingElseThanATargetCanSayIsRefused() {
        String failed = refused(application(), "kim");
        assertThat(api.post("/api/v1/tasks/" + failed + "/confirm", Map.of("reason", "I looked.", "targetSaid", "PERHAPS")).status()).isEqualTo(400);
        assertThat(status(failed)).isEqualTo("FAILED");
    }

    @Test
    void aTargetThatBreaksIsNotTold() {
        App app = application();
        String failed = refused(app, "kim");
        app.target().reads(() -> new Reading.Unknown("The connection broke."));
        assertThat(ok(api.get("/api/v1/tasks/" + failed + "/target")).path("message").asString()).isEqualTo("The connection broke.");
    }

    // ── what a retry would send ──

    @Test
    void aRetrySendsTheSameAndSaysWhatTheMappingsWouldGiveToday() {
        App app = application(Map.of("mappings", List.of(
                Map.of("objectType", "ACCOUNT", "target", "label", "expression", "user.displayName"),
                Map.of("objectType", "ACCOUNT", "target", "mail", "expression", "user.email"))));
        String user = user("Ming Li");
        app.target().answers(ScriptedTarget.refused("no"));
        String failed = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user))).path("taskId").asString();
        awaitStatus(failed, "FAILED");
        assertThat(retryPreview(failed).path("mappingNow")).isEmpty();

        String path = "/api/v1/users/" + user;
        var read = api.get(path);
        var body = (ObjectNode) read.json();
        ok(api.ifMatch(read.header("ETag")).put(path, body.put("displayName", "Ming Li-Park")));

        JsonNode preview = retryPreview(failed);
        assertThat(preview.path("parameters").path("attributes").path("label").asString()).isEqualTo("Ming Li");
        assertThat(preview.path("mappingNow")).hasSize(1);
        assertThat(preview.path("mappingNow").get(0).path("path").asString()).isEqualTo("attributes.label");
        assertThat(preview.path("mappingNow").get(0).path("after").asString()).isEqualTo("Ming Li-Park");
        assertThat(preview.path("applicationChangedAt").asString()).isNotEmpty();
        assertThat(preview.path("remoteId").isNull()).isTrue();
        assertThat(status(failed)).isEqualTo("FAILED");
    }

    @Test
    void numbersStayWhatTheyAre() {
        App app = application();
        AtomicReference<Object> sent = new AtomicReference<>();
        app.target().answers(ScriptedTarget.refused("no")).answers(change -> {
            sent.set(change.attributes().get("number"));
            return Outcome.Done.of(change.name());
        });
        String failed = create(app, "kim", Map.of("number", 9007199254740993L, "room", "1")).task();
        awaitStatus(failed, "FAILED");
        assertThat(api.get("/api/v1/tasks/" + failed).text()).contains("\"number\":9007199254740993");
        ok(modify(failed, Map.of("name", "kim", "attributes", Map.of("number", 9007199254740993L, "room", "2")), "Another room."));
        await(() -> assertThat(sent.get()).isEqualTo(9007199254740993L));
    }

    private String refused(App app, String name) {
        return failing(app, name, "The name is taken.");
    }

    private String failing(App app, String name, String message) {
        app.target().answers(ScriptedTarget.refused(message));
        String task = create(app, name).task();
        awaitStatus(task, "FAILED");
        return task;
    }

    private static Map<String, Object> named(String name) {
        return Map.of("name", name, "attributes", Map.of(), "bind", List.of(), "unbind", List.of());
    }

    private JsonNode counterparts(String task) {
        return ok(api.get("/api/v1/tasks/" + task + "/counterparts"));
    }

    private JsonNode retryPreview(String task) {
        return ok(api.get("/api/v1/tasks/" + task + "/retry"));
    }

    private static List<String> texts(List<JsonNode> list, String member) {
        return list.stream().map(one -> one.path(member).asString("")).toList();
    }
}
