package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Section 3: order. */
class OrderStoryTest extends Story {

    @Test
    @DisplayName("Operations on one account run strictly in the order in which their causes were committed, one at a time")
    void strictOrder() {
        App app = application();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 6).forEach(_ -> app.target().answers(change -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            pause();
            underWay.decrementAndGet();
            return Outcome.Done.of("r-1");
        }));
        Made creation = create(app, "ming.li");
        String account = creation.account();
        List<String> opened = List.of(creation.task(), disable(account).task(), enable(account).task(),
                bind(account, permission(app, "staff")).task(), disable(account).task(), enable(account).task());
        awaitStatus(opened.getLast(), "SUCCEEDED");
        assertThat(app.target().told().stream().map(change -> change.taskId().toString()).toList())
                .isSubsetOf(opened).isSortedAccordingTo((one, other) -> opened.indexOf(one) - opened.indexOf(other));
        assertThat(most).hasValue(1);
    }

    @Test
    @DisplayName("Different accounts run in parallel")
    void parallel() {
        App app = application();
        app.target().hang();
        List<Made> made = IntStream.range(0, 4).mapToObj(i -> create(app, "user" + i)).toList();
        // Running comes before its request has reached the target.
        await(() -> assertThat(app.target().told()).hasSize(4));
        made.forEach(one -> assertThat(status(one.task())).isEqualTo("RUNNING"));
        app.target().goOn();
        made.forEach(one -> awaitStatus(one.task(), "SUCCEEDED"));
    }

    @ParameterizedTest(name = "A failed task holds its account''s line until someone {0}s it")
    @ValueSource(strings = {"confirm", "retry", "cancel"})
    void failedHoldsTheLine(String act) {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made waiting = bind(account, permission(app, "staff"));
        aWhile();
        assertThat(status(waiting.task())).isEqualTo("QUEUED");
        assertThat(app.target().attempts(waiting.task())).isZero();
        switch (act) {
            case "confirm" -> ok(confirm(failed.task(), "Done by hand."));
            case "retry" -> ok(retry(failed.task()));
            case "cancel" -> ok(cancel(failed.task(), "Given up."));
            default -> throw new IllegalStateException(act);
        }
        awaitStatus(waiting.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("A failed task holds nobody else's line")
    void othersGoOn() {
        App app = application();
        failedUpdate(app, account(app, "ming.li"));
        String other = account(app, "ada");
        awaitStatus(edit(other, "title", "Countess").task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("The log says which task blocks which")
    void saysWhoBlocks() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made waiting = bind(account, permission(app, "staff"));
        JsonNode blockedBy = task(waiting.task()).path("blockedBy");
        assertThat(blockedBy.path("id").asString()).isEqualTo(failed.task());
        assertThat(blockedBy.path("status").asString()).isEqualTo("FAILED");
        assertThat(log(app).stream().filter(row -> row.path("id").asString().equals(waiting.task())).findFirst().orElseThrow()
                .path("blockedBy").path("id").asString()).isEqualTo(failed.task());
        JsonNode held = task(failed.task()).path("related").valueStream()
                .filter(one -> one.path("id").asString().equals(waiting.task())).findFirst().orElseThrow();
        assertThat(held.path("relation").asString()).isEqualTo("WAITS_FOR_THIS");
        ok(confirm(failed.task(), "Done by hand."));
        assertThat(awaitStatus(waiting.task(), "SUCCEEDED").path("blockedBy").isNull()).isTrue();
    }

    @Test
    @DisplayName("Blocked and retrying are derived, not stored: both are queued tasks")
    void derived() {
        App app = application();
        app.target().answers(new Outcome.Unavailable("503"));
        Made retrying = create(app, "ming.li");
        await(() -> assertThat(task(retrying.task()).path("attempts").asInt()).isEqualTo(1));
        Made blocked = bind(retrying.account(), permission(app, "staff"));
        assertThat(status(retrying.task())).isEqualTo("QUEUED");
        assertThat(task(retrying.task()).path("retrying").asBoolean()).isTrue();
        assertThat(status(blocked.task())).isEqualTo("QUEUED");
        assertThat(task(blocked.task()).path("retrying").asBoolean()).isFalse();
        assertThat(task(blocked.task()).path("blockedBy").path("id").asString()).isEqualTo(retrying.task());
        advance(Duration.ofHours(1));
        awaitStatus(blocked.task(), "SUCCEEDED");
        assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.CREATE, Action.UPDATE);
    }

    @Test
    @DisplayName("A task retried after modification runs in its predecessor's place, before what came later")
    void modifiedKeepsItsPlace() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made later = bind(account, permission(app, "staff"));
        String corrected = ok(modify(failed.task(), Map.of("name", "ming.li", "attributes", Map.of("telephone", "+49 30 1")), "Number corrected."))
                .path("id").asString();
        awaitStatus(later.task(), "SUCCEEDED");
        List<String> order = app.target().told().stream().map(change -> change.taskId().toString()).toList();
        assertThat(order).containsSubsequence(failed.task(), corrected, later.task());
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
