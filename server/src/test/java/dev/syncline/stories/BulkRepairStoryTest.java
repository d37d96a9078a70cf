package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Retry, confirm and cancel for many tasks at once: first a plan, then a run. */
class BulkRepairStoryTest extends Story {

    private static final String REPAIRS = "/api/v1/repairs";
    private static final int AS_FAST_AS_IT_GOES = 60_000;

    /** Accounts the targets of this story refuse. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @Test
    @DisplayName("A selection: the plan says what it is about, what is left out and why; each task has a result and names the repair")
    void selection() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 3);
        String succeeded = create(app, "fine").task();
        awaitStatus(succeeded, "SUCCEEDED");
        String unknown = UUID.randomUUID().toString();

        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", concat(failed, succeeded, unknown)));
        assertThat(plan.path("total").asInt()).isEqualTo(3);
        assertThat(plan.path("selected").asInt()).isEqualTo(5);
        assertThat(plan.path("leftOut").asInt()).isEqualTo(2);
        assertThat(leftOut(plan)).containsExactlyInAnyOrder("ALREADY_SUCCEEDED 1", "UNKNOWN 1");
        JsonNode cause = plan.at("/plan/causes/0");
        assertThat(plan.at("/plan/causes")).hasSize(1);
        assertThat(cause.path("applicationName").asString()).isEqualTo(app.name());
        assertThat(cause.path("action").asString()).isEqualTo("CREATE");
        assertThat(cause.path("failureKind").asString()).isEqualTo("REFUSED");
        assertThat(cause.path("message").asString()).as("without what differs").isEqualTo("\"<name>\" is not wanted here.");
        assertThat(cause.path("tasks").asInt()).isEqualTo(3);
        assertThat(items(plan, "LEFT_OUT")).extracting(item -> item.path("taskId").asString()).containsExactlyInAnyOrder(succeeded, unknown);
        assertThat(failed).as("a plan changes nothing").allSatisfy(task -> assertThat(status(task)).isEqualTo("FAILED"));

        refused.clear();
        run(plan, Map.of("perMinute", AS_FAST_AS_IT_GOES));
        JsonNode done = awaitCounts(plan, "done", 3);
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.at("/runBy/name").asString()).isNotEmpty();
        failed.forEach(task -> {
            JsonNode record = awaitStatus(task, "SUCCEEDED");
            JsonNode retried = record.path("log").valueStream().filter(one -> one.path("event").asString().equals("RETRIED")).findFirst().orElseThrow();
            assertThat(retried.at("/detail/bulkRepair").asString()).isEqualTo(id(plan));
            assertThat(record.path("priority").asString()).as("single changes go first").isEqualTo("BULK");
        });
    }

    @Test
    @DisplayName("Everything that matches: what fails after the plan was made is not part of it")
    void everythingThatMatches() {
        App app = stubborn();
        List<String> before = failedCreations(app, 3);
        JsonNode plan = plan(Map.of("action", "RETRY", "filter", Map.of("application", List.of(app.id()), "view", List.of("attention"))));
        List<String> after = failedCreations(app, 2);

        refused.clear();
        run(plan, Map.of("perMinute", AS_FAST_AS_IT_GOES));
        awaitCounts(plan, "done", 3);
        assertThat(before).allSatisfy(task -> assertThat(status(task)).isEqualTo("SUCCEEDED"));
        assertThat(after).allSatisfy(task -> assertThat(status(task)).isEqualTo("FAILED"));
        assertThat(texts(ok(api.get("/api/v1/tasks?repair=" + id(plan))).path("items"), "id")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @DisplayName("What a filter finds beside the failed is counted by why it is left out")
    void leftOutOfAFilter() {
        App app = stubborn();
        failedCreations(app, 1);
        String account = account(app, "ming");
        refused.add("ming");
        awaitStatus(edit(account, "mail", "a@example.com").task(), "FAILED");
        edit(account, "mail", "b@example.com");
        awaitStatus(cancelled(app), "CANCELLED");

        JsonNode plan = plan(Map.of("action", "CONFIRM", "filter", Map.of("application", app.id())));
        assertThat(plan.path("total").asInt()).isEqualTo(2);
        assertThat(leftOut(plan)).containsExactlyInAnyOrder("ALREADY_SUCCEEDED 1", "ALREADY_CANCELLED 1", "BLOCKED 1");
        assertThat(items(plan, "LEFT_OUT")).isEmpty();
    }

    @Test
    @DisplayName("A task that changed after the plan was made is left alone, and the result says why")
    void changedMeanwhile() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 3);
        JsonNode plan = plan(Map.of("action", "CONFIRM", "taskIds", failed));
        ok(cancel(failed.get(0), "Not needed any more"));
        ok(retry(failed.get(1)));
        await(() -> assertThat(task(failed.get(1)).path("attempts").asInt()).isEqualTo(2));
        awaitStatus(failed.get(1), "FAILED");

        run(plan, Map.of("reason", "Made by hand", "perMinute", AS_FAST_AS_IT_GOES));
        JsonNode done = awaitStatus(plan, "DONE");
        assertThat(done.at("/counts/done").asInt()).isEqualTo(1);
        assertThat(items(plan, "CHANGED")).extracting(item -> item.path("why").asString()).containsExactly("ALREADY_CANCELLED", "TRIED_AGAIN");
        assertThat(status(failed.get(1))).isEqualTo("FAILED");
        assertThat(task(failed.get(2)).path("settleReason").asString()).isEqualTo("Made by hand");
    }

    @Test
    @DisplayName("The rate is held")
    void rate() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 3);
        refused.clear();
        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failed));
        run(plan, Map.of("perMinute", 60));
        for (int waiting = 2; waiting >= 0; waiting--) {
            awaitCounts(plan, "waiting", waiting);
            aWhile();
            assertThat(repair(plan).at("/counts/waiting").asInt()).as("while the clock stands still").isEqualTo(waiting);
            advance(Duration.ofSeconds(1));
        }
        awaitCounts(plan, "done", 3);
    }

    @Test
    @DisplayName("It stops after so many failures, never more, and goes on when a person lets it")
    void stops() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 6);
        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failed));
        run(plan, Map.of("perMinute", AS_FAST_AS_IT_GOES, "stopAfter", 2));
        JsonNode stopped = awaitStatus(plan, "STOPPED");
        assertThat(stopped.at("/counts/failedAgain").asInt()).isEqualTo(2);
        assertThat(stopped.at("/counts/waiting").asInt()).isEqualTo(4);
        assertThat(stopped.path("because").asString()).isEqualTo("2 tasks have failed again, and it was to stop after 2.");
        assertThat(items(plan, "FAILED_AGAIN")).allSatisfy(item -> assertThat(item.path("message").asString()).contains("is not wanted here"));

        refused.clear();
        ok(api.post(REPAIRS + "/" + id(plan) + "/resume", null));
        JsonNode done = awaitCounts(plan, "done", 4);
        assertThat(done.at("/counts/failedAgain").asInt()).isEqualTo(2);
        assertThat(done.path("stopAfter").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("A pause halts it, a cancellation ends it, and both leave the rest as it is")
    void pausedAndCancelled() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 4);
        refused.clear();
        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failed));
        run(plan, Map.of("perMinute", 1));
        awaitCounts(plan, "waiting", 3);
        ok(api.post(REPAIRS + "/" + id(plan) + "/pause", null));
        advance(Duration.ofMinutes(10));
        aWhile();
        assertThat(repair(plan).path("status").asString()).isEqualTo("PAUSED");
        assertThat(repair(plan).at("/counts/waiting").asInt()).isEqualTo(3);

        ok(api.post(REPAIRS + "/" + id(plan) + "/resume", Map.of("perMinute", 2)));
        awaitCounts(plan, "waiting", 2);
        JsonNode cancelled = ok(api.post(REPAIRS + "/" + id(plan) + "/cancel", Map.of("reason", "The target is repaired first")));
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("because").asString()).endsWith(": The target is repaired first");
        assertThat(cancelled.at("/counts/notDone").asInt()).isEqualTo(2);
        awaitCounts(plan, "done", 2);
        assertThat(failed.stream().map(this::status)).containsExactly("SUCCEEDED", "SUCCEEDED", "FAILED", "FAILED");
        assertThat(api.post(REPAIRS + "/" + id(plan) + "/resume", null).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("When its server is killed another one goes on, and no task has its turn twice")
    void killed() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 4);
        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failed));
        run(plan, Map.of("perMinute", 60));
        awaitCounts(plan, "failedAgain", 1);
        try (TestServer other = TestServer.beside(server)) {
            // As a server leaves it that was killed in the middle; the one that was at work takes it for another's and lets it be.
            assertThat(server.database().jdbc().sql("""
                    update bulk_repair set lease_holder = gen_random_uuid(), lease_until = timestamptz '2020-01-01'
                    where id = cast(? as uuid) and status = 'RUNNING'""").param(id(plan)).update()).isEqualTo(1);
            for (int turn = 2; turn <= 4; turn++) {
                advance(Duration.ofSeconds(1));
                awaitCounts(plan, "failedAgain", turn);
            }
            awaitStatus(plan, "DONE");
        }
        failed.forEach(task -> assertThat(events(task)).as(task).containsOnlyOnce("RETRIED"));
    }

    @Test
    @DisplayName("Confirming failed deletions needs a reason and their number, and then deletes the accounts for good")
    void confirmedDeletions() {
        App app = stubborn();
        List<String> accounts = Stream.of("ming", "kim").map(name -> account(app, name)).toList();
        refused.addAll(List.of("ming", "kim"));
        accounts.forEach(account -> awaitStatus(delete(account).task(), "FAILED"));

        JsonNode plan = plan(Map.of("action", "CONFIRM", "filter", Map.of("application", List.of(app.id()), "action", List.of("DELETE"))));
        assertThat(plan.path("deletions").asInt()).isEqualTo(2);
        assertRefused(plan, Map.of("reason", "Gone by hand"), "deletions");
        assertRefused(plan, Map.of("reason", "Gone by hand", "deletions", 3), "deletions");
        assertRefused(plan, Map.of("deletions", 2), "reason");
        assertThat(accounts).noneMatch(this::isGone);

        run(plan, Map.of("reason", "Gone by hand", "deletions", 2, "perMinute", AS_FAST_AS_IT_GOES));
        awaitStatus(plan, "DONE");
        assertThat(accounts).allMatch(this::isGone);
        assertThat(items(plan, "DONE")).allSatisfy(item -> assertThat(item.at("/task/status").asString()).isEqualTo("CONFIRMED"));
    }

    @Test
    @DisplayName("Cancel gives up failed and queued tasks, each with the reason")
    void cancels() {
        App app = stubborn();
        String failed = failedCreations(app, 1).getFirst();
        String account = account(app, "ming");
        refused.add("ming");
        String blocking = edit(account, "mail", "a@example.com").task();
        awaitStatus(blocking, "FAILED");
        String queued = bind(account, permission(app, "staff")).task();
        JsonNode plan = plan(Map.of("action", "CANCEL", "taskIds", List.of(failed, blocking, queued)));
        assertThat(plan.path("total").asInt()).isEqualTo(3);
        assertRefused(plan, Map.of(), "reason");
        run(plan, Map.of("reason", "The project has ended", "perMinute", AS_FAST_AS_IT_GOES));
        awaitStatus(plan, "DONE");
        assertThat(Stream.of(failed, blocking, queued)).allSatisfy(task -> {
            assertThat(status(task)).isEqualTo("CANCELLED");
            assertThat(task(task).path("settleReason").asString()).isEqualTo("The project has ended");
        });
    }

    @Test
    @DisplayName("A plan nobody runs expires")
    void expires() {
        App app = stubborn();
        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failedCreations(app, 1)));
        advance(Duration.ofHours(25));
        Answer late = api.post(REPAIRS + "/" + id(plan) + "/run", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.field("detail")).contains("older than 24 hours");
        awaitStatus(plan, "EXPIRED");
        assertThat(items(plan, "WAITING")).isEmpty();
    }

    @Test
    void whatDoesNotMakeSenseIsRefusedWithASentence() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 1);
        assertInvalid(Map.of("taskIds", failed), "action");
        assertInvalid(Map.of("action", "RETRY"), "taskIds");
        assertInvalid(Map.of("action", "RETRY", "taskIds", List.of()), "taskIds");
        assertInvalid(Map.of("action", "RETRY", "taskIds", failed, "filter", Map.of()), "taskIds");
        assertInvalid(Map.of("action", "RETRY", "filter", Map.of("colour", "red")), "colour");
        assertInvalid(Map.of("action", "RETRY", "filter", Map.of("status", List.of("EXPLODED"))), "status");
        assertThat(api.get(REPAIRS + "/" + UUID.randomUUID()).status()).isEqualTo(404);

        JsonNode plan = plan(Map.of("action", "RETRY", "taskIds", failed));
        assertRefused(plan, Map.of("perMinute", 0), "perMinute");
        assertRefused(plan, Map.of("stopAfter", 0), "stopAfter");
        JsonNode nothing = plan(Map.of("action", "RETRY", "taskIds", List.of(UUID.randomUUID().toString())));
        Answer refusal = api.post(REPAIRS + "/" + id(nothing) + "/run", null);
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.field("detail")).contains("Nothing is left");
    }

    @Test
    void theResultsCanBePagedFilteredAndTakenAlong() {
        App app = stubborn();
        List<String> failed = failedCreations(app, 5);
        JsonNode plan = plan(Map.of("action", "CANCEL", "taskIds", failed));
        run(plan, Map.of("reason", "=1+1", "perMinute", AS_FAST_AS_IT_GOES));
        awaitStatus(plan, "DONE");
        String path = REPAIRS + "/" + id(plan) + "/tasks";
        JsonNode first = ok(api.get(path + "?result=DONE&limit=3"));
        assertThat(first.path("items")).hasSize(3);
        JsonNode second = ok(api.get(path + "?result=DONE&limit=3&cursor=" + first.path("next").asString()));
        assertThat(Stream.concat(first.path("items").valueStream(), second.path("items").valueStream()).map(item -> item.path("taskId").asString()))
                .containsExactlyElementsOf(failed);
        assertThat(second.path("next").isNull()).isTrue();
        Answer csv = api.get(path + ".csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(6);
        assertThat(csv.text()).contains("," + app.name() + ",", ",CREATE,DONE,", ",CANCELLED,REFUSED,");
        assertThat(texts(ok(api.get(REPAIRS + "?action=CANCEL&status=DONE")).path("items"), "id")).contains(id(plan));
    }

    /** An application that refuses the accounts of {@link #refused}, and tries everything once. */
    private App stubborn() {
        App app = application(ONE_ATTEMPT);
        MemoryConnectorType.answering(app.name(), change -> refused.contains(change.name())
                ? new Outcome.Refused("400", "\"" + change.name() + "\" is not wanted here.")
                : Outcome.Done.of("remote-" + change.name()));
        return app;
    }

    /** Their tasks, in the order in which they were opened. */
    private List<String> failedCreations(App app, int count) {
        List<String> names = IntStream.range(0, count).mapToObj(_ -> TestServer.unique("account")).toList();
        refused.addAll(names);
        List<String> tasks = names.stream().map(name -> create(app, name).task()).toList();
        tasks.forEach(task -> awaitStatus(task, "FAILED"));
        return tasks;
    }

    private String cancelled(App app) {
        String task = failedCreations(app, 1).getFirst();
        ok(cancel(task, "Not needed"));
        return task;
    }

    /** The plan once it is made. */
    private JsonNode plan(Map<String, Object> body) {
        Answer answer = api.post(REPAIRS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(REPAIRS + "/" + id(answer.json()));
        return awaitStatus(answer.json(), "PLANNED");
    }

    private void run(JsonNode plan, Map<String, Object> order) {
        ok(api.post(REPAIRS + "/" + id(plan) + "/run", order));
    }

    private JsonNode repair(JsonNode plan) {
        return ok(api.get(REPAIRS + "/" + id(plan)));
    }

    private JsonNode awaitStatus(JsonNode plan, String status) {
        await(() -> assertThat(repair(plan).path("status").asString()).isEqualTo(status));
        return repair(plan);
    }

    private JsonNode awaitCounts(JsonNode plan, String count, int wanted) {
        await(() -> assertThat(repair(plan).path("counts").path(count).asInt()).as(count).isEqualTo(wanted));
        return repair(plan);
    }

    private List<JsonNode> items(JsonNode plan, String result) {
        return ok(api.get(REPAIRS + "/" + id(plan) + "/tasks?result=" + result)).path("items").valueStream().toList();
    }

    private static List<String> leftOut(JsonNode plan) {
        return plan.at("/plan/leftOut").valueStream().map(one -> one.path("why").asString() + " " + one.path("tasks").asInt()).toList();
    }

    private static String id(JsonNode repair) {
        return repair.path("id").asString();
    }

    private static List<String> concat(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private void assertRefused(JsonNode plan, Map<String, Object> order, String field) {
        assertInvalid(api.post(REPAIRS + "/" + id(plan) + "/run", order), field);
    }

    private void assertInvalid(Map<String, Object> body, String field) {
        assertInvalid(api.post(REPAIRS, body), field);
    }

    private static void assertInvalid(Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(texts(answer.json().path("errors"), "field")).as(answer.toString()).contains(field);
    }
}
