package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 3: taking access away never waits for a failure. */
class TakingAccessAwayStoryTest extends Story {

    @Test
    @DisplayName("A deletion passes failed tasks of its account and supersedes all earlier ones")
    void deletion() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made waiting = bind(account, permission(app, "staff"));
        Made deletion = delete(account);
        awaitStatus(deletion.task(), "SUCCEEDED");
        assertSuperseded(failed, deletion);
        assertSuperseded(waiting, deletion);
        assertThat(isGone(account)).isTrue();
    }

    @Test
    @DisplayName("A deletion waits for what is on the wire")
    void deletionWaitsForTheWire() {
        App app = application();
        app.target().hang();
        Made creation = create(app, "ming.li");
        awaitStatus(creation.task(), "RUNNING");
        Made deletion = delete(creation.account());
        aWhile();
        assertThat(status(deletion.task())).isEqualTo("QUEUED");
        assertThat(task(deletion.task()).path("blockedBy").path("id").asString()).isEqualTo(creation.task());
        app.target().goOn();
        awaitStatus(deletion.task(), "SUCCEEDED");
        assertThat(status(creation.task())).isEqualTo("SUCCEEDED");
        assertThat(isGone(creation.account())).isTrue();
    }

    @Test
    @DisplayName("A disabling passes failed tasks and supersedes earlier enablings and updates")
    void disabling() {
        App app = application();
        String account = account(app, "ming.li");
        awaitStatus(disable(account).task(), "SUCCEEDED");
        app.target().answers(ScriptedTarget.refused("No licence is left."));
        Made enabling = enable(account);
        awaitStatus(enabling.task(), "FAILED");
        Made update = edit(account, "title", "Director");
        Made disabling = disable(account);
        awaitStatus(disabling.task(), "SUCCEEDED");
        assertSuperseded(enabling, disabling);
        assertSuperseded(update, disabling);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    @DisplayName("An unbinding passes failed tasks and leaves them to a person")
    void unbindingPasses() {
        App app = application();
        String group = permission(app, "staff");
        String account = account(app, "ming.li", group);
        Made failed = failedUpdate(app, account);
        Made unbinding = unbind(account, group);
        awaitStatus(unbinding.task(), "SUCCEEDED");
        assertThat(status(failed.task())).isEqualTo("FAILED");
        assertThat(accountOf(account).path("bindings")).isEmpty();
    }

    @Test
    @DisplayName("An unbinding supersedes the failed binding of the same permission, and no other")
    void unbindingSupersedes() {
        App app = application();
        String account = account(app, "ming.li");
        String wiki = permission(app, "wiki");
        app.target().answers(ScriptedTarget.refused("The group is full."));
        Made failed = bind(account, wiki);
        awaitStatus(failed.task(), "FAILED");
        Made unbinding = unbind(account, wiki);
        awaitStatus(unbinding.task(), "SUCCEEDED");
        assertSuperseded(failed, unbinding);
        assertThat(accountOf(account).path("bindings")).isEmpty();
    }

    @Test
    @DisplayName("Deleting what the target does not have counts as done, and says so")
    void nothingToDelete() {
        App app = application();
        String account = account(app, "ming.li");
        app.target().answers(Outcome.Done.noted("The target has no such account; nothing was to be deleted."));
        JsonNode task = awaitStatus(delete(account).task(), "SUCCEEDED");
        assertThat(task.path("note").asString()).contains("nothing was to be deleted");
        assertThat(isGone(account)).isTrue();
    }

    @Test
    @DisplayName("Someone's leaving does not hang on a creation that was refused")
    void leavingBeforeTheFirstDay() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("The telephone number is not allowed."));
        Made creation = create(app, "ming.li");
        awaitStatus(creation.task(), "FAILED");
        Made deletion = delete(creation.account());
        awaitStatus(deletion.task(), "SUCCEEDED");
        assertSuperseded(creation, deletion);
        assertThat(isGone(creation.account())).isTrue();
    }

    private void assertSuperseded(Made older, Made newer) {
        JsonNode task = task(older.task());
        assertThat(task.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(task.path("supersededBy").path("id").asString()).isEqualTo(newer.task());
    }
}
