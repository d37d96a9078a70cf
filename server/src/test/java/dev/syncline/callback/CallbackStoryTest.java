package dev.syncline.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.EarlyCallbacks;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** "Late, duplicate and forged callbacks are each recorded with a verdict and change nothing they should not." */
class CallbackStoryTest {

    private static final String DONE = "{\"status\":\"succeeded\",\"remoteId\":\"emp-7\",\"message\":\"created\"}";
    private static final String REFUSED = "{\"status\":\"failed\",\"message\":\"quota exceeded\"}";

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private String applicationName;
    private UUID application;
    private String secret;

    @BeforeEach
    void anApplicationThatSigns() {
        applicationName = TestServer.unique("Answers later");
        application = TaskSeed.application(server, applicationName);
        secret = newSecret(application);
    }

    @Test
    void aSuccessSettlesTheTask() {
        UUID task = waiting();
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(task(task).remoteId()).isEqualTo("emp-7");
        assertThat(verdicts(task)).containsExactly("ACCEPTED");
        assertThat(events(task)).containsExactly("CALLBACK", "SUCCEEDED");
    }

    @Test
    void aFailureFailsTheTaskWithTheTargetsReason() {
        UUID task = waiting();
        assertThat(send(task, "m1", REFUSED).status()).isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.FAILED);
        assertThat(task(task).failureKind()).isEqualTo(FailureKind.REFUSED);
        assertThat(task(task).failureMessage()).isEqualTo("quota exceeded");
        assertThat(verdicts(task)).containsExactly("ACCEPTED");
    }

    @Test
    void anEarlyOneIsKeptForTheAttemptUnderWay() {
        UUID task = seed().status(Status.RUNNING).insert();
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(send(task, "m2", REFUSED).status()).isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.RUNNING);
        assertThat(verdicts(task)).containsExactly("EARLY", "EARLY");

        Instant now = server.clock().instant();
        assertThat(take(task, now.plusSeconds(1))).as("of an earlier attempt").isEmpty();
        assertThat(take(task, now.minusSeconds(1)))
                .as("the first one counts").containsEntry(task, new EarlyCallbacks.Result(true, "emp-7", "created"));
    }

    @Test
    void theSameMessageCountsOnce() {
        UUID task = waiting();
        send(task, "m1", DONE);
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(send(task, "m2", DONE).status()).as("another message, but settled already").isEqualTo(204);
        assertThat(verdicts(task)).containsExactly("ACCEPTED", "DUPLICATE", "DUPLICATE");
        assertThat(task(task).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void theSameMessageSentManyTimesAtOnceCountsOnce() throws Exception {
        for (Status status : List.of(Status.AWAITING_CALLBACK, Status.RUNNING)) {
            UUID task = seed().status(status).insert();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Answer> sending = () -> send(task, "same", DONE);
                List<Future<Answer>> answers = executor.invokeAll(Stream.generate(() -> sending).limit(8).toList());
                for (Future<Answer> answer : answers) {
                    assertThat(answer.get().status()).isEqualTo(204);
                }
            }
            assertThat(verdicts(task).stream().filter(verdict -> !verdict.equals("DUPLICATE")).toList())
                    .containsExactly(status == Status.RUNNING ? "EARLY" : "ACCEPTED");
        }
    }

    @Test
    void aLateSuccessStillCounts() {
        UUID task = seed().failed(FailureKind.NO_CALLBACK, "No callback").insert();
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(verdicts(task)).containsExactly("LATE");
    }

    @Test
    void aLateFailureChangesNothing() {
        UUID task = seed().failed(FailureKind.NO_CALLBACK, "No callback").insert();
        assertThat(send(task, "m1", REFUSED).status()).isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.FAILED);
        assertThat(task(task).failureKind()).isEqualTo(FailureKind.NO_CALLBACK);
        assertThat(verdicts(task)).containsExactly("LATE");
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"QUEUED", "CONFIRMED", "SUPERSEDED", "CANCELLED"})
    void oneNobodyWaitsForIsIgnored(Status status) {
        UUID task = seed().status(status).insert();
        Task before = task(task);
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(task(task)).isEqualTo(before);
        assertThat(verdicts(task)).containsExactly("IGNORED");
    }

    @Test
    void oneForATaskTheTargetRefusedIsIgnored() {
        UUID task = seed().failed(FailureKind.REFUSED, "no").insert();
        Task before = task(task);
        assertThat(send(task, "m1", DONE).status()).isEqualTo(204);
        assertThat(task(task)).isEqualTo(before);
        assertThat(verdicts(task)).containsExactly("IGNORED");
    }

    @Test
    void aForgedOneChangesNothing() {
        UUID task = waiting();
        Task before = task(task);
        String others = newSecret(TaskSeed.application(server, TestServer.unique("Other")));
        assertThat(send(task, "m1", DONE, others, now()).status()).isEqualTo(401);
        assertThat(server.anonymous().post(path(task), DONE).status()).as("no headers").isEqualTo(401);
        assertThat(client("m2", now(), "v1,AAAA").post(path(task), DONE).status()).isEqualTo(401);
        assertThat(client("m3", now(), sign(secret, "m3", now(), DONE)).post(path(task), REFUSED).status()).as("other body").isEqualTo(401);
        assertThat(task(task)).isEqualTo(before);
        assertThat(verdicts(task)).containsExactly("FORGED", "FORGED", "FORGED", "FORGED");
        assertThat(send(task, "m1", DONE).status()).as("its id is not used up").isEqualTo(204);
        assertThat(task(task).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void withoutAKeyNothingIsBelieved() {
        UUID unsigned = TaskSeed.application(server, TestServer.unique("No key"));
        UUID task = new TaskSeed(server).in(unsigned, "No key").status(Status.AWAITING_CALLBACK).insert();
        Answer answer = client("m1", now(), sign(secret, "m1", now(), DONE)).post("/callbacks/" + unsigned + "/" + task, DONE);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("detail")).contains("no callback secret");
    }

    @Test
    void oneSignedLongAgoIsStale() {
        UUID task = waiting();
        assertThat(send(task, "m1", DONE, secret, now().minus(Duration.ofMinutes(6))).status()).isEqualTo(401);
        assertThat(send(task, "m2", DONE, secret, now().plus(Duration.ofMinutes(6))).status()).isEqualTo(401);
        assertThat(task(task).status()).isEqualTo(Status.AWAITING_CALLBACK);
        assertThat(verdicts(task)).containsExactly("STALE", "STALE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"status\":\"maybe\"}", "{\"status\":1}", "{\"status\":\"succeeded\",\"remoteId\":7}",
        "{\"status\":\"succeeded\"", "\u0000"})
    void oneThatMakesNoSenseIsInvalid(String body) {
        UUID task = waiting();
        Answer answer = send(task, "m1", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(task(task).status()).isEqualTo(Status.AWAITING_CALLBACK);
        assertThat(verdicts(task)).containsExactly("INVALID");
    }

    @Test
    void whatIsNotKnownOrTooLargeIsRefused() {
        UUID task = waiting();
        assertThat(send(UUID.randomUUID(), "m1", DONE).status()).isEqualTo(404);
        UUID other = TaskSeed.application(server, TestServer.unique("Other"));
        assertThat(client("m1", now(), sign(secret, "m1", now(), DONE)).post("/callbacks/" + other + "/" + task, DONE).status())
                .as("a task of another application").isEqualTo(404);
        assertThat(send(task, "m1", "{\"status\":\"succeeded\",\"x\":\"" + "x".repeat(65_536) + "\"}").status()).isEqualTo(413);
        assertThat(verdicts(task)).isEmpty();
    }

    @Test
    void aFloodOfForgeriesDoesNotFillTheDatabase() {
        UUID task = waiting();
        for (int i = 0; i < 30; i++) {
            client("m" + i, now(), "v1,AAAA").post(path(task), "{\"x\":\"" + "x".repeat(10_000) + "\"}");
        }
        JsonNode callbacks = detail(task).path("callbacks");
        assertThat(callbacks).hasSize(20);
        assertThat(callbacks.get(19).path("repeats").asInt()).isEqualTo(10);
        assertThat(callbacks.get(0).path("body").asString().length()).isLessThan(3_000);
        assertThat(events(task)).hasSize(20);
    }

    @Test
    void theRecordShowsNoSecret() {
        UUID task = waiting();
        String body = "{\"status\":\"succeeded\",\"password\":\"hunter2-canary\",\"message\":\"done\"}";
        String signature = sign(secret, "m1", now(), body);
        client("m1", now(), signature).with("Authorization", "Bearer canary-token").with("X-Trace", "t-1").post(path(task), body);
        JsonNode callback = detail(task).path("callbacks").get(0);
        assertThat(callback.path("verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(callback.path("webhookId").asString()).isEqualTo("m1");
        assertThat(callback.path("headers").path("x-trace").get(0).asString()).isEqualTo("t-1");
        assertThat(callback.toString()).doesNotContain("hunter2-canary", "canary-token", signature);
        assertThat(callback.path("body").asString()).contains("succeeded");
    }

    @Test
    void theAddressGivenToTargetsIsTheOneThatAnswers() {
        UUID task = UUID.randomUUID();
        assertThat(server.bean(CallbackUrls.class).url(application, task)).isEqualTo(server.url() + path(task));
    }

    private TaskSeed seed() {
        return new TaskSeed(server).in(application, applicationName);
    }

    private UUID waiting() {
        return seed().status(Status.AWAITING_CALLBACK).insert();
    }

    private Answer send(UUID task, String id, String body) {
        return send(task, id, body, secret, now());
    }

    private Answer send(UUID task, String id, String body, String key, Instant at) {
        return client(id, at, sign(key, id, at, body)).post(path(task), body);
    }

    private ApiClient client(String id, Instant at, String signature) {
        return server.anonymous()
                .with("webhook-id", id)
                .with("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                .with("webhook-signature", signature);
    }

    private static String sign(String key, String id, Instant at, String body) {
        try {
            return new Webhook(key).sign(id, at.getEpochSecond(), body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String newSecret(UUID id) {
        Answer answer = api.post("/api/v1/applications/" + id + "/callback-secret", null);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer.field("secret");
    }

    private Map<UUID, EarlyCallbacks.Result> take(UUID task, Instant startedAt) {
        return server.bean(TransactionTemplate.class)
                .execute(status -> server.bean(EarlyCallbacks.class).take(Map.of(task, startedAt)));
    }

    private Instant now() {
        return server.clock().instant();
    }

    private String path(UUID task) {
        return "/callbacks/" + application + "/" + task;
    }

    private Task task(UUID id) {
        return server.bean(Ledger.class).find(id).orElseThrow();
    }

    private JsonNode detail(UUID id) {
        return api.get("/api/v1/tasks/" + id).json();
    }

    private List<String> verdicts(UUID task) {
        return detail(task).path("callbacks").valueStream().map(one -> one.path("verdict").asString()).collect(Collectors.toList());
    }

    private List<String> events(UUID task) {
        return detail(task).path("log").valueStream().map(one -> one.path("event").asString()).collect(Collectors.toList());
    }
}
