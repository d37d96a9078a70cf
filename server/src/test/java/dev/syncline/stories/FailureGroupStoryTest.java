package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Failures grouped by cause. */
class FailureGroupStoryTest extends Story {

    private static final String GROUPS = "/api/v1/failure-groups";

    @Test
    @DisplayName("Failures of one application, kind and message are one group, whoever they are about")
    void oneCauseIsOneGroup() {
        App app = application();
        Made li = refused(app, "li.ming", "mail li.ming@example.com refused");
        refused(app, "wang", "mail wang@example.com refused");
        refused(app, "zhao", "No licence is left.");
        List<JsonNode> groups = awaitGroups(app, 2);
        assertThat(groups).extracting(group -> group.path("pattern").asString()).containsExactly("mail <mail> refused", "No licence is left.");
        JsonNode mail = groups.getFirst();
        assertThat(mail.path("tasks").asInt()).isEqualTo(2);
        assertThat(mail.path("failures").asInt()).isEqualTo(2);
        assertThat(mail.path("kind").asString()).isEqualTo("REFUSED");
        assertThat(mail.path("state").asString()).isEqualTo("OPEN");
        assertThat(mail.path("sampleMessage").asString()).isEqualTo("mail wang@example.com refused");
        assertThat(mail.at("/application/name").asString()).isEqualTo(app.name());
        assertThat(task(li.task()).path("failureGroup").asString()).isEqualTo(mail.path("id").asString());
    }

    @Test
    void theSameMessageInAnotherApplicationIsAnotherGroup() {
        App one = application();
        App other = application();
        refused(one, "kim", "No licence is left.");
        refused(other, "kim", "No licence is left.");
        assertThat(awaitGroups(one, 1).getFirst().path("id")).isNotEqualTo(awaitGroups(other, 1).getFirst().path("id"));
    }

    @Test
    @DisplayName("The people concerned are the users whose tasks stand failed, each once")
    void people() {
        App app = application();
        String ming = user("Ming Li");
        refusedFor(app, ming, "ming", "No licence is left.");
        refusedFor(app, ming, "ming-admin", "No licence is left.");
        refusedFor(app, user("Fang Wang"), "fang", "No licence is left.");
        refused(app, "nobodys", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        await(() -> assertThat(reread(group).path("failures").asInt()).isEqualTo(4));
        assertThat(reread(group).path("tasks").asInt()).isEqualTo(4);
        assertThat(reread(group).path("people").asInt()).isEqualTo(2);
        JsonNode first = ok(api.get(path(group) + "/people?limit=1"));
        JsonNode second = ok(api.get(path(group) + "/people?limit=1&cursor=" + first.path("next").asString()));
        assertThat(List.of(line(first.path("items").get(0)), line(second.path("items").get(0)))).containsExactlyInAnyOrder("Ming Li 2", "Fang Wang 1");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    @DisplayName("What stands failed falls when a task is confirmed, retried, cancelled, corrected or superseded")
    void countsFall() {
        App app = application();
        String account = account(app, "doomed");
        Made confirmed = refused(app, "one", "No licence is left.");
        Made retried = refused(app, "two", "No licence is left.");
        Made cancelled = refused(app, "three", "No licence is left.");
        Made corrected = refused(app, "four", "No licence is left.");
        app.target().answers(ScriptedTarget.refused("No licence is left."));
        Made superseded = edit(account, "telephone", "1");
        awaitStatus(superseded.task(), "FAILED");
        JsonNode group = awaitGroups(app, 1).getFirst();
        assertStanding(group, 5);

        ok(confirm(confirmed.task(), "Done by hand"));
        assertStanding(group, 4);
        app.target().hang();
        ok(retry(retried.task()));
        assertStanding(group, 3);
        ok(cancel(cancelled.task(), "Not needed"));
        assertStanding(group, 2);
        ok(modify(corrected.task(), Map.of("name", "four", "attributes", Map.of("title", "none")), "Without a licence"));
        assertStanding(group, 1);
        delete(account);
        assertStanding(group, 0);
        app.target().goOn();
        awaitStatus(retried.task(), "SUCCEEDED");
        await(() -> assertThat(reread(group).path("failures").asInt()).as("how often in all").isEqualTo(5));
        JsonNode became = ok(api.get(path(group) + "/trend")).path("became");
        assertThat(became.toString()).isEqualTo("{\"SUCCEEDED\":1,\"CONFIRMED\":1,\"SUPERSEDED\":2,\"CANCELLED\":1}");
    }

    @Test
    void aTaskThatFailsAgainCountsAgainAndMayChangeItsGroup() {
        App app = application();
        Made made = refused(app, "kim", "No licence is left.");
        JsonNode licences = awaitGroups(app, 1).getFirst();
        app.target().answers(ScriptedTarget.refused("No licence is left."), ScriptedTarget.refused("The name is taken."));
        ok(retry(made.task()));
        await(() -> assertThat(reread(licences).path("failures").asInt()).isEqualTo(2));
        ok(retry(made.task()));
        JsonNode names = awaitGroups(app, 2).stream().filter(group -> group.path("pattern").asString().contains("taken")).findFirst().orElseThrow();
        assertStanding(licences, 0);
        assertStanding(names, 1);
        assertThat(tasksOf(licences)).isEmpty();
        assertThat(tasksOf(names)).containsExactly(made.task());
    }

    @Test
    @DisplayName("No callback, and a callback that says no, have groups like every other failure")
    void callbacks() {
        App app = application(ANSWERS_LATER);
        app.target().answers(ScriptedTarget.accepted(), ScriptedTarget.accepted());
        Made late = create(app, "late");
        awaitStatus(late.task(), "AWAITING_CALLBACK");
        Made no = create(app, "no");
        awaitStatus(no.task(), "AWAITING_CALLBACK");
        assertThat(callback(app, no.task(), UUID.randomUUID().toString(), "{\"status\":\"failed\",\"message\":\"No room for no.\"}").status())
                .isBetween(200, 299);
        awaitStatus(no.task(), "FAILED");
        advance(Duration.ofHours(2));
        awaitStatus(late.task(), "FAILED");
        assertThat(awaitGroups(app, 2)).extracting(group -> group.path("kind").asString()).containsExactlyInAnyOrder("NO_CALLBACK", "REFUSED");
    }

    @Test
    @DisplayName("A resolved group comes back with the next failure, and says when")
    void cameBack() {
        App app = application();
        refused(app, "one", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        advance(Duration.ofMinutes(10));
        ok(decide(group, Map.of("state", "RESOLVED", "reason", "Bought fifty more")));
        assertThat(reread(group).path("state").asString()).isEqualTo("RESOLVED");
        Instant again = server.clock().instant().plus(Duration.ofHours(3));
        advance(Duration.ofHours(3));
        refused(app, "two", "No licence is left.");
        await(() -> assertThat(reread(group).path("state").asString()).isEqualTo("CAME_BACK"));
        JsonNode back = reread(group);
        assertThat(Instant.parse(back.path("cameBackAt").asString())).isEqualTo(again);
        assertThat(Instant.parse(back.path("lastSeenAt").asString())).isEqualTo(again);
        assertThat(notes(group)).containsExactly("CAME_BACK Syncline ", "RESOLVED " + me() + " Bought fifty more");
        // A second failure is no second coming back.
        refused(app, "three", "No licence is left.");
        await(() -> assertThat(reread(group).path("failures").asInt()).isEqualTo(3));
        assertThat(notes(group)).hasSize(2);
        assertThat(Instant.parse(reread(group).path("cameBackAt").asString())).isEqualTo(again);
    }

    @Test
    void anAcknowledgedGroupStaysSoWithTheNextFailure() {
        App app = application();
        refused(app, "one", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        ok(decide(group, Map.of("state", "ACKNOWLEDGED", "owner", "Licence desk")));
        advance(Duration.ofMinutes(1));
        refused(app, "two", "No licence is left.");
        await(() -> assertThat(reread(group).path("failures").asInt()).isEqualTo(2));
        assertThat(reread(group).path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(reread(group).path("owner").asString()).isEqualTo("Licence desk");
        assertThat(notes(group)).containsExactlyInAnyOrder("ACKNOWLEDGED " + me() + " ", "OWNER " + me() + " Licence desk");
    }

    @Test
    @DisplayName("Notes stay with who wrote them and when")
    void notesStay() {
        App app = application();
        refused(app, "one", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        ok(api.post(path(group) + "/notes", Map.of("text", "Asked the vendor.")));
        advance(Duration.ofMinutes(5));
        ok(api.post(path(group) + "/notes", Map.of("text", "  They answered. ")));
        assertThat(notes(group)).containsExactly("NOTE " + me() + " They answered.", "NOTE " + me() + " Asked the vendor.");
        JsonNode first = ok(api.get(path(group) + "/notes?limit=1"));
        JsonNode second = ok(api.get(path(group) + "/notes?limit=1&cursor=" + first.path("next").asString()));
        assertThat(second.path("items").get(0).path("text").asString()).isEqualTo("Asked the vendor.");
        assertThat(Instant.parse(first.path("items").get(0).path("at").asString())).isEqualTo(server.clock().instant());
        assertThat(api.post(path(group) + "/notes", Map.of("text", " ")).status()).isEqualTo(400);
        assertThat(api.post(GROUPS + "/" + UUID.randomUUID() + "/notes", Map.of("text", "x")).status()).isEqualTo(404);
    }

    @Test
    void decidingNeedsTheVersionThatWasReadAndAStateAPersonCanGive() {
        App app = application();
        refused(app, "one", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        assertThat(api.put(path(group), Map.of("state", "RESOLVED")).field("code")).isEqualTo("VERSION_REQUIRED");
        assertThat(decide(group, Map.of("state", "CAME_BACK")).field("detail")).contains("by itself");
        assertThat(decide(group, Map.of("owner", "x")).field("detail")).contains("OPEN, ACKNOWLEDGED or RESOLVED");
        assertThat(decide(group, Map.of("state", "OPEN", "owner", "x".repeat(201))).status()).isEqualTo(400);
        String read = api.get(path(group)).header("ETag");
        ok(api.ifMatch(read).put(path(group), Map.of("state", "ACKNOWLEDGED")));
        assertThat(api.ifMatch(read).put(path(group), Map.of("state", "RESOLVED")).field("code")).isEqualTo("VERSION_MISMATCH");
        assertThat(api.get(GROUPS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("The list sorts by what stands failed or by what happened last, filters, and pages")
    void list() {
        App app = application();
        App other = application();
        refused(app, "a1", "The first reason.");
        refused(app, "a2", "The first reason.");
        advance(Duration.ofMinutes(1));
        refused(app, "b1", "The second reason.");
        refused(other, "c1", "The third reason.");
        awaitGroups(app, 2);
        awaitGroups(other, 1);
        assertThat(patterns("application=" + app.id())).containsExactly("The first reason.", "The second reason.");
        assertThat(patterns("sort=LAST_SEEN&application=" + app.id())).containsExactly("The second reason.", "The first reason.");
        assertThat(patterns("application=" + app.id() + "&application=" + other.id())).hasSize(3);
        assertThat(patterns("q=SECOND&application=" + app.id())).containsExactly("The second reason.");
        assertThat(patterns("kind=UNCLEAR&application=" + app.id())).isEmpty();
        for (String sort : List.of("TASKS", "LAST_SEEN")) {
            JsonNode page = ok(api.get(GROUPS + "?limit=1&sort=" + sort + "&application=" + app.id()));
            JsonNode next = ok(api.get(GROUPS + "?limit=1&sort=" + sort + "&application=" + app.id() + "&cursor=" + page.path("next").asString()));
            assertThat(next.path("items").get(0).path("pattern")).isNotEqualTo(page.path("items").get(0).path("pattern"));
            assertThat(next.path("next").isNull()).isTrue();
        }
        JsonNode second = awaitGroups(app, 2).getLast();
        ok(decide(second, Map.of("state", "RESOLVED")));
        assertThat(patterns("state=RESOLVED&application=" + app.id())).containsExactly("The second reason.");
        assertThat(patterns("state=OPEN&state=CAME_BACK&application=" + app.id())).containsExactly("The first reason.");
        ok(confirm(tasksOf(second).getFirst(), "By hand"));
        assertThat(patterns("standing=true&application=" + app.id())).containsExactly("The first reason.");
        assertThat(patterns("standing=false&application=" + app.id())).containsExactly("The second reason.");
        assertThat(api.get(GROUPS + "?state=GONE").status()).isEqualTo(400);
        assertThat(api.get(GROUPS + "?sort=NAME").status()).isEqualTo(400);
        assertThat(api.get(GROUPS + "?cursor=x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("The log shows a group's tasks, in list, facets and histogram alike")
    void theLogOfAGroup() {
        App app = application();
        Made one = refused(app, "one", "No licence is left.");
        Made two = refused(app, "two", "No licence is left.");
        refused(app, "three", "The name is taken.");
        JsonNode group = awaitGroups(app, 2).getFirst();
        assertThat(tasksOf(group)).containsExactly(two.task(), one.task());
        String filter = "?failureGroup=" + group.path("id").asString();
        assertThat(ok(api.get("/api/v1/tasks/facets" + filter)).path("total").asInt()).isEqualTo(2);
        assertThat(ok(api.get("/api/v1/tasks/histogram" + filter)).path("buckets").valueStream().mapToInt(bar -> bar.path("total").asInt()).sum())
                .isEqualTo(2);
        ok(confirm(one.task(), "By hand"));
        assertThat(texts(ok(api.get("/api/v1/tasks" + filter + "&status=FAILED")).path("items"), "id")).containsExactly(two.task());
        assertThat(tasksOf(group)).as("also those repaired").containsExactly(two.task(), one.task());
        assertThat(api.get("/api/v1/tasks?failureGroup=x").field("detail")).contains("failureGroup");
    }

    @Test
    void theTrendHasEveryFailureAtItsTime() {
        App app = application();
        refused(app, "one", "No licence is left.");
        JsonNode group = awaitGroups(app, 1).getFirst();
        advance(Duration.ofHours(12));
        refused(app, "two", "No licence is left.");
        refused(app, "three", "No licence is left.");
        await(() -> assertThat(reread(group).path("failures").asInt()).isEqualTo(3));
        JsonNode trend = ok(api.get(path(group) + "/trend"));
        List<Integer> bars = trend.path("buckets").valueStream().map(bar -> bar.path("failures").asInt()).toList();
        assertThat(bars).hasSize(120);
        assertThat(bars.getLast()).isEqualTo(2);
        assertThat(bars.get(117)).isEqualTo(1);
        assertThat(bars.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    }

    @Test
    @DisplayName("A server that dies loses no failure: another one counts it")
    void nothingIsLost() {
        App app = application();
        try (TestServer other = TestServer.beside(server)) {
            for (int i = 0; i < 20; i++) {
                refused(app, "person" + i, "No licence is left for person" + i + ".");
            }
            JsonNode group = awaitGroups(app, 1).getFirst();
            await(() -> assertThat(reread(group).path("failures").asInt()).as("each once, by whichever server").isEqualTo(20));
            assertThat(reread(group).path("tasks").asInt()).isEqualTo(20);
            assertThat(other.api().get(path(group)).status()).isEqualTo(200);
        }
    }

    @Test
    void withTheLogsModulesOffThereAreNoGroups() {
        switched(false);
        try {
            assertThat(api.get(GROUPS).field("code")).isEqualTo("MODULE_NOT_ENABLED");
            assertThat(api.get(GROUPS + "/" + UUID.randomUUID()).field("code")).isEqualTo("MODULE_NOT_ENABLED");
        } finally {
            switched(true);
        }
        assertThat(server.anonymous().get(GROUPS).status()).isEqualTo(401);
    }

    private void switched(boolean on) {
        ok(api.ifMatch(api.get("/api/v1/modules").header("ETag"))
                .put("/api/v1/modules", Map.of("lifecycleManagement", on, "identityGovernance", on)));
    }

    private Made refused(App app, String name, String message) {
        app.target().answers(ScriptedTarget.refused(message));
        Made made = create(app, name);
        awaitStatus(made.task(), "FAILED");
        return made;
    }

    private void refusedFor(App app, String user, String name, String message) {
        app.target().answers(ScriptedTarget.refused(message));
        JsonNode made = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", name, "userId", user)));
        awaitStatus(made.path("taskId").asString(), "FAILED");
    }

    private List<JsonNode> awaitGroups(App app, int number) {
        await(() -> assertThat(patterns("application=" + app.id())).hasSize(number));
        return ok(api.get(GROUPS + "?application=" + app.id())).path("items").valueStream().toList();
    }

    private List<String> patterns(String query) {
        return texts(ok(api.get(GROUPS + "?" + query)).path("items"), "pattern");
    }

    private List<String> tasksOf(JsonNode group) {
        return texts(ok(api.get("/api/v1/tasks?failureGroup=" + group.path("id").asString())).path("items"), "id");
    }

    private JsonNode reread(JsonNode group) {
        return ok(api.get(path(group)));
    }

    private void assertStanding(JsonNode group, int tasks) {
        assertThat(reread(group).path("tasks").asInt()).isEqualTo(tasks);
    }

    private Answer decide(JsonNode group, Map<String, Object> body) {
        return api.ifMatch(api.get(path(group)).header("ETag")).put(path(group), body);
    }

    private List<String> notes(JsonNode group) {
        return ok(api.get(path(group) + "/notes")).path("items").valueStream()
                .map(note -> note.path("event").asString() + " " + note.path("by").asString() + " " + note.path("text").asString("")).toList();
    }

    private String me() {
        return ok(api.get("/api/v1/session")).at("/user/displayName").asString("");
    }

    private static String path(JsonNode group) {
        return GROUPS + "/" + group.path("id").asString();
    }

    private static String line(JsonNode person) {
        return person.path("name").asString() + " " + person.path("tasks").asInt();
    }
}
