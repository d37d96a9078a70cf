package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.samples.SampleDirectory;
import java.util.List;
import java.util.Map;
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
    @DisplayName("Deleting or disabling what the target does not have counts as done, and says so")
    void nothingToTakeAway() {
        try (SampleDirectory directory = SampleDirectory.start("not-a-secret")) {
            App app = directory(directory);
            App other = directory(directory);
            String deleted = account(app, "ming.li");
            String disabled = account(app, "ada");
            awaitStatus(delete(account(other, "ming.li")).task(), "SUCCEEDED");
            awaitStatus(delete(account(other, "ada")).task(), "SUCCEEDED");
            assertThat(directory.accounts()).isEmpty();

            for (Made made : List.of(delete(deleted), disable(disabled))) {
                assertThat(awaitStatus(made.task(), "SUCCEEDED").path("note").asString()).startsWith("There was no entry");
            }
            assertThat(isGone(deleted)).isTrue();
            assertThat(accountOf(disabled).path("status").asString()).isEqualTo("DISABLED");
        }
    }

    @Test
    @DisplayName("What a disabling made pointless comes with the next enabling, and is true in the target then")
    void enablingBringsWhatWasPutOff() {
        try (SampleDirectory directory = SampleDirectory.start("not-a-secret")) {
            App app = directory(directory);
            String account = account(app, "ming.li");
            String group = "cn=staff," + SampleDirectory.GROUPS;
            String staff = ok(api.post("/api/v1/permissions", Map.of("applicationId", app.id(), "kind", "GROUP", "name", "staff", "value", group)))
                    .path("id").asString();
            Made refused = bind(account, staff);
            awaitStatus(refused.task(), "FAILED");
            Made disabling = disable(account);
            awaitStatus(disabling.task(), "SUCCEEDED");
            assertSuperseded(refused, disabling);

            directory.addGroup("staff");
            JsonNode enabling = awaitStatus(enable(account).task(), "SUCCEEDED");
            assertThat(enabling.path("parameters").path("bind")).as("what is carried").hasSize(1);
            assertThat(directory.find(group).orElseThrow().getAttributeValues("member")).as("who is in the group there")
                    .anyMatch(member -> member.contains("ming.li"));
            assertThat(directory.find(directory.accounts().getFirst()).orElseThrow().hasAttribute("employeeType")).as("disabled there").isFalse();
            assertThat(accountOf(account).path("bindings").path(0).path("status").asString()).isEqualTo("HELD");
        }
    }

    private App directory(SampleDirectory directory) {
        return connected("ldap", Map.of("url", directory.url(), "bindDn", SampleDirectory.BIND_DN, "baseDn", SampleDirectory.PEOPLE,
                "conflict", "ADOPT", "disableAttribute", "employeeType", "disabledValue", "disabled"), Map.of("password", "not-a-secret"));
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
