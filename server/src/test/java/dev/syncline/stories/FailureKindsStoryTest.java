package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 3: failure kinds. */
class FailureKindsStoryTest extends Story {

    @Test
    @DisplayName("REFUSED: the target said no, and it goes straight to a person")
    void refused() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("The telephone number is not allowed."));
        Made made = create(app, "ming.li");
        JsonNode task = assertFailed(made, "REFUSED");
        assertThat(task.path("failureMessage").asString()).isEqualTo("The telephone number is not allowed.");
        advance(Duration.ofDays(1));
        aWhile();
        assertThat(app.target().attempts(made.task())).isEqualTo(1);
    }

    @Test
    @DisplayName("INVALID: the request could not be built, nothing is sent, and the failure names the attribute")
    void invalid() {
        App app = application(Map.of("mappings", List.of(
                Map.of("objectType", "ACCOUNT", "target", "costCentre", "expression", "user.attributes.costCentre"))));
        JsonNode body = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user("Ming Li"))));
        JsonNode task = assertFailed(new Made("", body.path("taskId").asString()), "INVALID");
        assertThat(task.path("failureMessage").asString()).contains("costCentre");
        assertThat(task.path("requests")).isEmpty();
        assertThat(app.target().told()).isEmpty();
    }

    @Test
    @DisplayName("UNAVAILABLE is tried again, and fails when the attempts are used up")
    void unavailable() {
        App app = application(Map.of("retry", Map.of("maxAttempts", 3, "firstDelayMs", 1000, "maxDelayMs", 60_000)));
        app.target().answers(new Outcome.Unavailable("503"), new Outcome.Unavailable("503"), new Outcome.Unavailable("503"));
        Made made = create(app, "ming.li");
        for (int attempt = 1; attempt < 3; attempt++) {
            awaitAttempts(made, attempt);
            advance(Duration.ofMinutes(2));
        }
        assertThat(assertFailed(made, "UNAVAILABLE").path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("UNCLEAR: sent, outcome unknown; tried again")
    void unclear() {
        App app = application();
        app.target().answers(new Outcome.Unclear("The connection broke after the request was sent."));
        Made made = create(app, "ming.li");
        awaitAttempts(made, 1);
        JsonNode waiting = task(made.task());
        assertThat(waiting.path("status").asString()).isEqualTo("QUEUED");
        assertThat(waiting.path("tries").get(0).path("failureKind").asString()).isEqualTo("UNCLEAR");
        advance(Duration.ofHours(1));
        awaitStatus(made.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("INTERNAL: a fault of ours fails the one task, with the evidence, and the worker goes on")
    void internal() {
        App app = application();
        app.target().answers(_ -> {
            throw new IllegalStateException("a bug in the connector");
        });
        Made made = create(app, "ming.li");
        assertThat(assertFailed(made, "INTERNAL").path("requests")).hasSize(1);
        account(app, "ada");
    }

    @Test
    @DisplayName("THROTTLED for longer than may be waited goes to a person")
    void throttledTooLong() {
        App app = application();
        app.target().answers(ScriptedTarget.throttled(Duration.ofDays(30)));
        assertFailed(create(app, "ming.li"), "THROTTLED");
    }

    @Test
    @DisplayName("Throttling obeys the target's time and does not count as an attempt")
    void throttling() {
        App app = application(ONE_ATTEMPT);
        app.target().answers(ScriptedTarget.throttled(Duration.ofMinutes(20)), ScriptedTarget.throttled(Duration.ofMinutes(20)));
        Instant start = server.clock().instant();
        Made made = create(app, "ming.li");
        await(() -> assertThat(events(made.task())).contains("THROTTLED"));
        JsonNode waiting = task(made.task());
        assertThat(waiting.path("status").asString()).isEqualTo("QUEUED");
        assertThat(waiting.path("attempts").asInt()).isZero();
        assertThat(waiting.path("tries").get(0).path("counted").asBoolean()).isFalse();
        assertThat(Instant.parse(waiting.path("dueAt").asString())).isAfterOrEqualTo(start.plus(Duration.ofMinutes(20)));
        advance(Duration.ofMinutes(19));
        aWhile();
        assertThat(app.target().attempts(made.task())).as("not before the time the target named").isEqualTo(1);
        advance(Duration.ofMinutes(2));
        await(() -> assertThat(app.target().attempts(made.task())).isEqualTo(2));
        await(() -> assertThat(status(made.task())).isEqualTo("QUEUED"));
        advance(Duration.ofMinutes(21));
        awaitStatus(made.task(), "SUCCEEDED");
        assertThat(task(made.task()).path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("A throttled application's other tasks wait too")
    void throttlingPausesTheApplication() {
        App app = application();
        app.target().answers(ScriptedTarget.throttled(Duration.ofMinutes(20)));
        Made first = create(app, "ming.li");
        await(() -> assertThat(events(first.task())).contains("THROTTLED"));
        Made second = create(app, "ada");
        aWhile();
        assertThat(app.target().attempts(second.task())).isZero();
        advance(Duration.ofMinutes(21));
        awaitStatus(second.task(), "SUCCEEDED");
        awaitStatus(first.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("A target that counts each operation by itself holds the change that needs it, and no other")
    void throttlingOfOneOperation() {
        App app = application();
        app.target().answers(new Outcome.Throttled(Optional.of(Duration.ofMinutes(20)), "too many freezes", Outcome.Throttled.Reach.OPERATION));
        Made held = create(app, "ming.li");
        await(() -> assertThat(events(held.task())).contains("THROTTLED"));
        Made other = create(app, "ada");
        awaitStatus(other.task(), "SUCCEEDED");
        assertThat(status(held.task())).isEqualTo("QUEUED");
        advance(Duration.ofMinutes(21));
        awaitStatus(held.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("The schedule of retries doubles, has jitter, and is durable")
    void schedule() {
        App app = application(Map.of("retry", Map.of("maxAttempts", 8, "firstDelayMs", 60_000, "maxDelayMs", 3_600_000)));
        Outcome down = new Outcome.Unavailable("503");
        IntStream.range(0, 16).forEach(_ -> app.target().answers(down));
        List<Made> made = IntStream.range(0, 8).mapToObj(i -> create(app, "user" + i)).toList();
        made.forEach(one -> awaitAttempts(one, 1));
        assertThat(delays(made)).allSatisfy(delay -> assertThat(delay).isBetween(30_000L, 60_000L)).hasSizeGreaterThan(1);
        assertThat(server.database().jdbc().sql("select count(*) from task where application_id = ?::uuid and due_at is not null")
                .param(app.id()).query(Long.class).single()).as("in the database, not in a worker's memory").isEqualTo(8);
        advance(Duration.ofMinutes(1));
        made.forEach(one -> awaitAttempts(one, 2));
        assertThat(delays(made)).allSatisfy(delay -> assertThat(delay).isBetween(60_000L, 120_000L));
    }

    @Test
    @DisplayName("NO_CALLBACK: the deadline passed, visible and searchable as \"No callback\"")
    void noCallback() {
        App app = application(ANSWERS_LATER);
        app.target().answers(ScriptedTarget.accepted());
        Made made = create(app, "ming.li");
        JsonNode waiting = awaitStatus(made.task(), "AWAITING_CALLBACK");
        assertThat(Instant.parse(waiting.path("callbackDueAt").asString())).isEqualTo(server.clock().instant().plusSeconds(3600));
        advance(Duration.ofMinutes(61));
        JsonNode failed = assertFailed(made, "NO_CALLBACK");
        assertThat(failed.path("statusLabel").asString()).isEqualTo("No callback");
        for (String search : List.of("failureKind=NO_CALLBACK", "q=No%20callback")) {
            assertThat(texts(ok(api.get("/api/v1/tasks?application=" + app.id() + "&" + search)).path("items"), "id"))
                    .as(search).containsExactly(made.task());
        }
    }

    @Test
    @DisplayName("One slow application never delays another")
    void slowApplication() {
        App slow = application(Map.of("limits", Map.of("maxConcurrency", 2)));
        slow.target().hang();
        IntStream.range(0, 5).forEach(i -> create(slow, "user" + i));
        await(() -> assertThat(slow.target().told()).hasSize(2));
        account(application(), "ming.li");
        assertThat(slow.target().told()).as("no more than its own limit at once").hasSize(2);
        slow.target().goOn();
        await(() -> assertThat(slow.target().told()).hasSize(5));
    }

    private Set<Long> delays(List<Made> made) {
        Instant now = server.clock().instant();
        return made.stream().map(one -> Optional.of(task(one.task()).path("dueAt").asString()).map(Instant::parse).orElseThrow())
                .map(due -> Duration.between(now, due).toMillis()).collect(Collectors.toSet());
    }

    private void awaitAttempts(Made made, int attempts) {
        await(() -> {
            JsonNode task = task(made.task());
            assertThat(task.path("attempts").asInt()).isEqualTo(attempts);
            assertThat(task.path("status").asString()).isEqualTo("QUEUED");
        });
    }

    private JsonNode assertFailed(Made made, String kind) {
        JsonNode task = awaitStatus(made.task(), "FAILED");
        assertThat(task.path("failureKind").asString()).isEqualTo(kind);
        return task;
    }
}
