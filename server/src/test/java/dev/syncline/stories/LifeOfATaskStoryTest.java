package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.task.Status;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 3: the states of a task, intent and effect, and what is on record when. */
class LifeOfATaskStoryTest extends Story {

    @Test
    @DisplayName("A task is queued, runs, and succeeds")
    void succeeds() {
        App app = application();
        app.target().hang();
        Made made = create(app, "ming.li");
        awaitStatus(made.task(), "RUNNING");
        app.target().goOn();
        awaitStatus(made.task(), "SUCCEEDED");
        assertThat(events(made.task())).containsExactly("OPENED", "STARTED", "SUCCEEDED");
    }

    @Test
    @DisplayName("A task whose target answers later awaits its callback, which lets it succeed or fail")
    void awaitsCallback() {
        App app = application(ANSWERS_LATER);
        app.target().answers(ScriptedTarget.accepted(), ScriptedTarget.accepted());
        Made good = create(app, "good");
        awaitStatus(good.task(), "AWAITING_CALLBACK");
        Made bad = create(app, "bad");
        awaitStatus(bad.task(), "AWAITING_CALLBACK");

        callback(app, good.task(), "m1", "{\"status\":\"succeeded\"}");
        callback(app, bad.task(), "m2", "{\"status\":\"failed\",\"message\":\"No licence is left.\"}");

        assertThat(status(good.task())).isEqualTo("SUCCEEDED");
        assertThat(status(bad.task())).isEqualTo("FAILED");
        assertThat(task(bad.task()).path("failureMessage").asString()).isEqualTo("No licence is left.");
    }

    @Test
    @DisplayName("A running task that failed for a while is queued again")
    void retriesLater() {
        App app = application();
        app.target().answers(new Outcome.Unavailable("503"));
        Made made = create(app, "ming.li");
        await(() -> assertThat(task(made.task()).path("retrying").asBoolean()).isTrue());
        assertThat(status(made.task())).isEqualTo("QUEUED");
        advance(Duration.ofHours(1));
        awaitStatus(made.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("A running task whose worker died is queued again")
    void workerDied() {
        App app = application();
        UUID task = new TaskSeed(server).in(UUID.fromString(app.id()), app.name()).status(Status.RUNNING).insert();
        server.database().jdbc().sql("update task set lease_until = ? where id = ?")
                .params(Timestamp.from(server.clock().instant().minusSeconds(1)), task).update();
        awaitStatus(task.toString(), "SUCCEEDED");
        assertThat(events(task.toString())).contains("LEASE_LOST", "SUCCEEDED");
    }

    @Test
    @DisplayName("A queued task can be cancelled before it is sent")
    void queuedIsCancelled() {
        App app = application();
        String account = account(app, "ming.li");
        failedUpdate(app, account);
        Made waiting = edit(account, "title", "Director");
        assertThat(cancel(waiting.task(), "Not promoted after all.").status()).isEqualTo(200);
        assertThat(status(waiting.task())).isEqualTo("CANCELLED");
        assertThat(app.target().attempts(waiting.task())).isZero();
    }

    @Test
    @DisplayName("Succeeded, confirmed, superseded and cancelled tasks are settled")
    void settled() {
        App app = application();
        Made succeeded = create(app, "ming.li");
        awaitStatus(succeeded.task(), "SUCCEEDED");
        Made confirmed = failedUpdate(app, succeeded.account());
        confirm(confirmed.task(), "Done by hand.");
        Made cancelled = failedUpdate(app, succeeded.account());
        cancel(cancelled.task(), "Given up.");
        Made superseded = failedUpdate(app, succeeded.account());
        awaitStatus(delete(succeeded.account()).task(), "SUCCEEDED");

        Map.of(succeeded, "SUCCEEDED", confirmed, "CONFIRMED", superseded, "SUPERSEDED", cancelled, "CANCELLED").forEach((made, status) -> {
            JsonNode task = task(made.task());
            assertThat(task.path("status").asString()).isEqualTo(status);
            assertThat(task.path("settledAt").asString("")).as(status).isNotEmpty();
        });
    }

    @Test
    @DisplayName("A failed task is not settled: it waits for a person")
    void failedWaits() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        advance(Duration.ofDays(7));
        aWhile();
        JsonNode task = task(failed.task());
        assertThat(task.path("status").asString()).isEqualTo("FAILED");
        assertThat(task.path("settledAt").isNull()).isTrue();
        assertThat(texts(ok(api.get("/api/v1/tasks?view=attention&application=" + app.id())).path("items"), "id"))
                .containsExactly(failed.task());
    }

    @Test
    @DisplayName("The task commits in the same transaction as the change that caused it")
    void intentFirst() {
        App app = application();
        app.target().hang();
        Made made = create(app, "ming.li");
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("REQUESTED");
        assertThat(accountOf(made.account()).path("openTaskId").asString()).isEqualTo(made.task());

        Answer refused = api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", "MING.LI"));
        assertThat(refused.status()).as("a name that is taken").isEqualTo(409);
        assertThat(log(app)).as("no change, no task").hasSize(1);
        app.target().goOn();
    }

    @Test
    @DisplayName("The effect in account management comes with success, not before")
    void effectLater() {
        App app = application();
        String group = permission(app, "staff");
        String other = permission(app, "guests");
        app.target().hang();
        Made creation = create(app, "ming.li", Map.of("title", "Engineer"), group);
        awaitStatus(creation.task(), "RUNNING");
        assertThat(accountOf(creation.account()).path("attributes").isEmpty()).isTrue();
        assertThat(bindings(creation.account())).containsExactly("REQUESTED");
        app.target().goOn();
        awaitStatus(creation.task(), "SUCCEEDED");
        JsonNode account = accountOf(creation.account());
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(account.path("remoteId").asString()).isEqualTo("remote-ming.li");
        assertThat(account.path("attributes").path("title").asString()).isEqualTo("Engineer");
        assertThat(bindings(creation.account())).containsExactly("HELD");

        app.target().hang();
        Made binding = bind(creation.account(), other);
        assertThat(bindings(creation.account())).containsExactlyInAnyOrder("HELD", "REQUESTED");
        app.target().goOn();
        awaitStatus(binding.task(), "SUCCEEDED");
        assertThat(bindings(creation.account())).containsExactly("HELD", "HELD");
    }

    @Test
    @DisplayName("Disabling, enabling and deleting take effect with success")
    void otherEffects() {
        App app = application();
        String account = account(app, "ming.li");
        awaitStatus(disable(account).task(), "SUCCEEDED");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
        awaitStatus(enable(account).task(), "SUCCEEDED");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
        app.target().hang();
        Made deletion = delete(account);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DELETING");
        app.target().goOn();
        awaitStatus(deletion.task(), "SUCCEEDED");
        assertThat(isGone(account)).as("physically deleted").isTrue();
    }

    @Test
    @DisplayName("Nothing is sent before it is written down")
    void writtenDownFirst() {
        App app = application();
        AtomicReference<JsonNode> seenByTheTarget = new AtomicReference<>();
        app.target().answers(change -> {
            seenByTheTarget.set(task(change.taskId().toString()));
            return Outcome.Done.of("r-1");
        });
        Made made = create(app, "ming.li", Map.of("title", "Engineer"));
        awaitStatus(made.task(), "SUCCEEDED");
        JsonNode onRecord = seenByTheTarget.get();
        assertThat(onRecord.path("status").asString()).isEqualTo("RUNNING");
        assertThat(onRecord.path("requests")).hasSize(1);
        assertThat(onRecord.path("requests").get(0).path("body").asString()).contains("title", "Engineer");
        assertThat(onRecord.path("responses")).isEmpty();
    }

    @Test
    @DisplayName("A task keeps the names of its objects, so that the log reads after a physical deletion")
    void keepsNames() {
        App app = application();
        String user = user("Ming Li");
        JsonNode made = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user, "name", "ming.li")));
        String account = made.path("account").path("id").asString();
        String task = made.path("taskId").asString();
        awaitStatus(task, "SUCCEEDED");
        awaitStatus(delete(account).task(), "SUCCEEDED");
        assertThat(isGone(account)).isTrue();
        assertThat(task(task).path("object").path("name").asString()).isEqualTo("ming.li");
        assertThat(task(task).path("user").path("name").asString()).isEqualTo("Ming Li");
        assertThat(task(task).path("application").path("name").asString()).isEqualTo(app.name());
    }

    @Test
    @DisplayName("Nothing is lost by folding: the newer update carries the older one's values, and the older links to it")
    void folding() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made first = edit(account, "title", "Engineer");
        Made second = edit(account, "room", "4.12");
        JsonNode folded = task(first.task());
        assertThat(folded.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(folded.path("supersededBy").path("id").asString()).isEqualTo(second.task());
        assertThat(events(first.task())).contains("FOLDED");

        confirm(failed.task(), "Number set by hand.");
        awaitStatus(second.task(), "SUCCEEDED");
        assertThat(app.target().told().getLast().attributes()).containsEntry("title", "Engineer").containsEntry("room", "4.12");
        assertThat(accountOf(account).path("attributes").path("title").asString()).isEqualTo("Engineer");
    }

    @Test
    @DisplayName("Without data synchronization no task is written and the change takes effect at once")
    void dataSynchronizationOff() {
        App app = application(Map.of("dataSynchronization", false));
        String group = permission(app, "staff");
        Made made = create(app, "ming.li", Map.of("title", "Engineer"), group);
        assertThat(made.task()).isEmpty();
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(bindings(made.account())).containsExactly("HELD");
        assertThat(edit(made.account(), "title", "Director").task()).isEmpty();
        assertThat(accountOf(made.account()).path("attributes").path("title").asString()).isEqualTo("Director");
        assertThat(unbind(made.account(), group).task()).isEmpty();
        assertThat(bindings(made.account())).isEmpty();
        assertThat(disable(made.account()).task()).isEmpty();
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("DISABLED");
        assertThat(delete(made.account()).task()).isEmpty();
        assertThat(isGone(made.account())).isTrue();
        assertThat(log(app)).as("the log shows nothing").isEmpty();
        assertThat(app.target().told()).isEmpty();
    }

    private List<String> bindings(String account) {
        return texts(accountOf(account).path("bindings"), "status");
    }
}
