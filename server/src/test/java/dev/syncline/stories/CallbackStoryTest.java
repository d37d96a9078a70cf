package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 3: applications that answer later. */
class CallbackStoryTest extends Story {

    private static final String DONE = "{\"status\":\"succeeded\",\"remoteId\":\"emp-7\",\"message\":\"created\"}";
    private static final String FAILED = "{\"status\":\"failed\",\"message\":\"No licence is left.\"}";
    private static final String ANOTHER_KEY = "whsec_" + Base64.getEncoder().encodeToString("another key of 24 bytes!".getBytes());

    @Test
    @DisplayName("An application in callback mode is told a callback address and answers there later")
    void answersAtItsAddress() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        Change change = app.target().told().getFirst();
        assertThat(change.callbackUrl()).hasValueSatisfying(url -> assertThat(url).endsWith("/callbacks/" + app.id() + "/" + made.task()));
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("REQUESTED");
        assertThat(callback(app, made.task(), "m1", DONE).status()).isEqualTo(204);
        assertThat(status(made.task())).isEqualTo("SUCCEEDED");
        assertThat(verdicts(made.task())).containsExactly("ACCEPTED");
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(accountOf(made.account()).path("remoteId").asString()).isEqualTo("emp-7");
    }

    @Test
    @DisplayName("A task that awaits its callback holds its account's line")
    void holdsTheLine() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        Made deletion = delete(made.account());
        aWhile();
        assertThat(status(deletion.task())).isEqualTo("QUEUED");
        assertThat(task(deletion.task()).path("blockedBy").path("id").asString()).isEqualTo(made.task());
        callback(app, made.task(), "m1", DONE);
        awaitStatus(deletion.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("A callback that comes before the request's own answer is kept and applied right after it")
    void early() {
        App app = application(ANSWERS_LATER);
        CompletableFuture<Integer> answered = new CompletableFuture<>();
        app.target().answers(change -> {
            answered.complete(callback(app, change.taskId().toString(), "m1", DONE).status());
            return ScriptedTarget.accepted();
        });
        Made made = create(app, "ming.li");
        awaitStatus(made.task(), "SUCCEEDED");
        assertThat(answered).isCompletedWithValue(204);
        assertThat(verdicts(made.task())).containsExactly("EARLY");
    }

    @Test
    @DisplayName("When the deadline passes, the task becomes FAILED / NO_CALLBACK")
    void noCallback() {
        Made made = withoutCallback(answersLater(), "ming.li");
        assertThat(task(made.task()).path("failureKind").asString()).isEqualTo("NO_CALLBACK");
        assertThat(events(made.task())).contains("NO_CALLBACK");
    }

    @Test
    @DisplayName("A late callback lets the task succeed, and is recorded as late")
    void late() {
        App app = answersLater();
        Made made = withoutCallback(app, "ming.li");
        assertThat(callback(app, made.task(), "m1", DONE).status()).isEqualTo(204);
        assertThat(status(made.task())).isEqualTo("SUCCEEDED");
        assertThat(verdicts(made.task())).containsExactly("LATE");
        assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("A late refusal is recorded and changes nothing")
    void lateRefusal() {
        App app = answersLater();
        Made made = withoutCallback(app, "ming.li");
        callback(app, made.task(), "m1", FAILED);
        assertThat(status(made.task())).isEqualTo("FAILED");
        assertThat(task(made.task()).path("failureKind").asString()).isEqualTo("NO_CALLBACK");
        assertThat(verdicts(made.task())).containsExactly("LATE");
    }

    @Test
    @DisplayName("A late callback counts only after \"no callback\", not after another failure")
    void onlyAfterNoCallback() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        callback(app, made.task(), "m1", FAILED);
        callback(app, made.task(), "m2", DONE);
        assertThat(status(made.task())).isEqualTo("FAILED");
        assertThat(verdicts(made.task())).containsExactly("ACCEPTED", "IGNORED");
    }

    @Test
    @DisplayName("A duplicate callback is recorded and changes nothing")
    void duplicate() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        callback(app, made.task(), "m1", DONE);
        JsonNode account = accountOf(made.account());
        assertThat(callback(app, made.task(), "m1", DONE).status()).isEqualTo(204);
        assertThat(callback(app, made.task(), "m2", FAILED).status()).isEqualTo(204);
        assertThat(verdicts(made.task())).containsExactly("ACCEPTED", "DUPLICATE", "DUPLICATE");
        assertThat(status(made.task())).isEqualTo("SUCCEEDED");
        assertThat(accountOf(made.account())).isEqualTo(account);
    }

    @Test
    @DisplayName("A forged callback is recorded and changes nothing")
    void forged() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        assertThat(callback(app, made.task(), "m1", DONE, ANOTHER_KEY).status()).isEqualTo(401);
        assertThat(server.anonymous().post("/callbacks/" + app.id() + "/" + made.task(), DONE).status()).isEqualTo(401);
        assertThat(verdicts(made.task())).containsExactly("FORGED", "FORGED");
        assertThat(status(made.task())).isEqualTo("AWAITING_CALLBACK");
        assertThat(callback(app, made.task(), "m1", DONE).status()).as("the genuine one still counts").isEqualTo(204);
        assertThat(status(made.task())).isEqualTo("SUCCEEDED");
    }

    @Test
    @DisplayName("A replayed old callback is recorded as stale and changes nothing")
    void stale() {
        App app = answersLater();
        Made made = waiting(app, "ming.li");
        Instant twentyMinutesAgo = server.clock().instant().minus(Duration.ofMinutes(20));
        assertThat(callback(app, made.task(), "m1", DONE, CALLBACK_SECRET, twentyMinutesAgo).status()).isEqualTo(401);
        assertThat(verdicts(made.task())).containsExactly("STALE");
        assertThat(status(made.task())).isEqualTo("AWAITING_CALLBACK");
    }

    @Test
    @DisplayName("An answer that is to come later needs callback mode; without it a person is told what to switch on")
    void callbackModeIsOff() {
        App app = application();
        app.target().answers(ScriptedTarget.accepted());
        JsonNode task = awaitStatus(create(app, "ming.li").task(), "FAILED");
        assertThat(task.path("failureMessage").asString()).contains("callback mode");
    }

    private App answersLater() {
        App app = application(ANSWERS_LATER);
        app.target().answers(ScriptedTarget.accepted());
        return app;
    }

    private Made waiting(App app, String name) {
        Made made = create(app, name);
        awaitStatus(made.task(), "AWAITING_CALLBACK");
        return made;
    }

    private Made withoutCallback(App app, String name) {
        Made made = waiting(app, name);
        advance(Duration.ofMinutes(61));
        awaitStatus(made.task(), "FAILED");
        return made;
    }
}
