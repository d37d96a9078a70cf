package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 2, source GLOBAL_PROVISIONING_POLICY: a user is disabled or deleted. */
class GlobalPolicyStoryTest extends LifecycleStory {

    private static final String SOURCE = "GLOBAL_PROVISIONING_POLICY";

    @Test
    @DisplayName("Disabling a user disables every account of the user, and each task says why and by whom")
    void disabling() {
        App directory = application();
        App mail = application();
        String user = user("Ming Li");
        String first = accountFor(directory, user);
        String second = accountFor(directory, user("Somebody Else"));
        accountFor(mail, user);
        disableUser(user);
        JsonNode task = only(directory, SOURCE, "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("DISABLE");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("GLOBAL_POLICY");
        assertThat(task.path("cause").path("name").asString()).isEqualTo("Ming Li was disabled");
        assertThat(task.path("cause").path("id").asString()).isEqualTo(history(user).getFirst().path("id").asString());
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("API_TOKEN");
        assertThat(only(mail, SOURCE, "SUCCEEDED").path("action").asString()).isEqualTo("DISABLE");
        assertThat(accountOf(first).path("status").asString()).isEqualTo("DISABLED");
        assertThat(accountOf(second).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("Deleting a user deletes every account; the user is kept until the deletions are settled, then gone for good")
    void deleting() {
        App app = application();
        App slow = application();
        String user = user("Ming Li");
        accountFor(app, user);
        accountFor(slow, user);
        slow.target().hang();
        deleteUser(user);
        only(app, SOURCE, "SUCCEEDED");
        assertThat(listed(user, "ENABLED")).isFalse();
        assertThat(listed(user, "DELETED")).isTrue();
        await(() -> assertThat(userOf(user).path("heldBackBy").asInt()).isEqualTo(1));
        slow.target().goOn();
        await(() -> assertThat(isUserGone(user)).isTrue());
        assertThat(only(slow, SOURCE, "SUCCEEDED").path("cause").path("name").asString()).isEqualTo("Ming Li was deleted");
        assertThat(history(user)).extracting(entry -> entry.path("kind").asString()).containsExactly("DELETED", "CREATED");
    }

    @Test
    @DisplayName("A failed deletion holds the user back; confirmed, the account and the user are gone for good")
    void failedDeletionConfirmed() {
        App app = application();
        String user = user("Ming Li");
        String account = accountFor(app, user);
        app.target().answers(ScriptedTarget.refused("The token lacks contact:write."));
        deleteUser(user);
        String task = only(app, SOURCE, "FAILED").path("id").asString();
        aWhile();
        assertThat(userOf(user).path("status").asString()).isEqualTo("DELETED");
        ok(confirm(task, "Deleted by hand"));
        assertThat(isGone(account)).isTrue();
        await(() -> assertThat(isUserGone(user)).isTrue());
    }

    @Test
    @DisplayName("The user name of a deleted user can be given to somebody else at once")
    void userNameIsFree() {
        App app = application();
        app.target().hang();
        String name = TestServer.unique("user");
        String user = ok(api.post("/api/v1/users", Map.of("userName", name))).path("id").asString();
        ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user)));
        deleteUser(user);
        String other = ok(api.post("/api/v1/users", Map.of("userName", name))).path("id").asString();
        assertThat(other).isNotEqualTo(user);
        assertThat(userOf(user).path("status").asString()).isEqualTo("DELETED");
        app.target().goOn();
        await(() -> assertThat(isUserGone(user)).isTrue());
        assertThat(isUserGone(other)).isFalse();
    }

    @Test
    @DisplayName("Deleted users who had the same name are listed one by one, page by page")
    void namesakes() {
        App app = application();
        override(app, policy("NOTHING", "NOTHING", "NOTHING"));
        String name = TestServer.unique("namesake");
        List<String> deleted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String user = ok(api.post("/api/v1/users", Map.of("userName", name))).path("id").asString();
            ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user, "name", name + i)));
            deleteUser(user);
            deleted.add(user);
        }
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = ok(api.get("/api/v1/users?status=DELETED&limit=1&q=" + name + "&cursor=" + next));
            listed.addAll(texts(page.path("items"), "id"));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).isEqualTo(deleted);
    }

    @Test
    @DisplayName("Enabled again, a user gets back the accounts the policy disabled, and not those somebody else disabled")
    void enabledAgain() {
        App app = application();
        App byHand = application();
        String user = user("Ming Li");
        String ours = accountFor(app, user);
        String theirs = accountFor(byHand, user);
        awaitStatus(disable(theirs).task(), "SUCCEEDED");
        disableUser(user);
        only(app, SOURCE, "SUCCEEDED");
        enableUser(user);
        await(() -> assertThat(accountOf(ours).path("status").asString()).isEqualTo("ACTIVE"));
        JsonNode enabling = log(app, SOURCE).getFirst();
        assertThat(enabling.path("action").asString()).isEqualTo("ENABLE");
        assertThat(task(enabling.path("id").asString()).path("cause").path("name").asString()).isEqualTo("Ming Li was enabled again");
        assertThat(log(byHand, SOURCE)).isEmpty();
        assertThat(accountOf(theirs).path("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    @DisplayName("Disabled once more while the enabling is under way, a user still gets the account back afterwards")
    void disabledWhileBeingEnabled() {
        App app = application();
        String user = user("Ming Li");
        String account = accountFor(app, user);
        disableUser(user);
        only(app, SOURCE, "SUCCEEDED");
        app.target().hang();
        enableUser(user);
        await(() -> assertThat(app.target().actions()).endsWith(Action.ENABLE));
        disableUser(user);
        app.target().goOn();
        await(() -> assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.ENABLE, Action.DISABLE));
        await(() -> assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED"));
        enableUser(user);
        await(() -> assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE"));
    }

    @Test
    @DisplayName("What an administrator enabled and disabled meanwhile is the administrator's, not the policy's")
    void takenOverByHand() {
        App app = application();
        String user = user("Ming Li");
        String account = accountFor(app, user);
        disableUser(user);
        only(app, SOURCE, "SUCCEEDED");
        awaitStatus(enable(account).task(), "SUCCEEDED");
        awaitStatus(disable(account).task(), "SUCCEEDED");
        enableUser(user);
        assertThat(log(app, SOURCE)).hasSize(1);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    @DisplayName("An application can override the policy, each reaction by itself, and go back")
    void override() {
        App app = application();
        App usual = application();
        override(app, policy("NOTHING", "DISABLE", "NOTHING"));
        String user = user("Ming Li");
        String account = accountFor(app, user);
        accountFor(usual, user);
        disableUser(user);
        only(usual, SOURCE, "SUCCEEDED");
        assertThat(log(app, SOURCE)).isEmpty();
        enableUser(user);
        deleteUser(user);
        assertThat(only(app, SOURCE, "SUCCEEDED").path("action").asString()).isEqualTo("DISABLE");
        // Kept, for its account is still there.
        await(() -> assertThat(userOf(user).path("heldBackBy").asInt()).isEqualTo(1));
        awaitStatus(delete(account).task(), "SUCCEEDED");
        await(() -> assertThat(isUserGone(user)).isTrue());
        String path = "/api/v1/applications/" + app.id() + "/global-policy";
        Answer there = api.get(path);
        assertThat(there.json().path("overridden").asBoolean()).isTrue();
        JsonNode back = ok(api.ifMatch(there.header("ETag")).delete(path));
        assertThat(back.path("overridden").asBoolean()).isFalse();
        assertThat(back.path("onDisabled").asString()).isEqualTo("DISABLE");
    }

    @Test
    @DisplayName("A policy that is switched off for an application writes nothing there")
    void switchedOff() {
        App app = application();
        override(app, Map.of("enabled", false, "onDisabled", "DISABLE", "onDeleted", "DELETE", "onEnabled", "ENABLE_AGAIN"));
        String user = user("Ming Li");
        String account = accountFor(app, user);
        disableUser(user);
        deleteUser(user);
        assertThat(log(app, SOURCE)).isEmpty();
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("Without data synchronization the effect comes at once and the log shows nothing")
    void dataSynchronizationOff() {
        App app = application(NOT_SYNCHRONIZED);
        String user = user("Ming Li");
        String account = accountFor(app, user);
        disableUser(user);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
        enableUser(user);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
        deleteUser(user);
        assertThat(isGone(account)).isTrue();
        await(() -> assertThat(isUserGone(user)).isTrue());
        assertThat(log(app)).isEmpty();
    }

    @Test
    @DisplayName("Disabling a user is the global policy's alone: change tracking stays silent, although a mapped value changed")
    void mostSpecificCauseWins() {
        App app = tracking("status", "user.status", "cn", "user.displayName");
        String user = user("Ming Li");
        accountFor(app, user);
        disableUser(user);
        only(app, SOURCE, "SUCCEEDED");
        assertThat(log(app, "PERMISSION_CHANGE")).isEmpty();
        assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.DISABLE);
    }

    @Test
    @DisplayName("Before it is done, the console can ask what would happen to which accounts")
    void foreseen() {
        App app = application();
        App kept = application();
        override(kept, policy("NOTHING", "NOTHING", "NOTHING"));
        String user = user("Ming Li");
        accountFor(app, user);
        accountFor(kept, user);
        JsonNode items = ok(api.get("/api/v1/users/" + user + "/consequences?status=DELETED")).path("items");
        assertThat(texts(items, "applicationName")).containsExactlyInAnyOrder(app.name(), kept.name());
        assertThat(items.valueStream().filter(item -> item.path("applicationName").asString().equals(app.name()))
                .map(item -> item.path("action").asString()).toList()).containsExactly("DELETE");
        assertThat(items.valueStream().filter(item -> item.path("applicationName").asString().equals(kept.name()))
                .map(item -> item.path("sentence").asString()).toList()).singleElement().asString().endsWith("stays as it is.");
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("The policy is edited with the version that was read, and a wrong value is refused with what is possible")
    void editing() {
        Answer there = api.get("/api/v1/global-policy");
        assertThat(there.json().path("enabled").asBoolean()).isTrue();
        assertThat(List.of(there.field("onDisabled"), there.field("onDeleted"), there.field("onEnabled")))
                .containsExactly("DISABLE", "DELETE", "ENABLE_AGAIN");
        assertThat(api.put("/api/v1/global-policy", policy("DISABLE", "DELETE", "ENABLE_AGAIN")).status()).isEqualTo(428);
        assertThat(api.ifMatch("\"999\"").put("/api/v1/global-policy", policy("DISABLE", "DELETE", "ENABLE_AGAIN")).status()).isEqualTo(412);
        Answer refused = api.ifMatch(there.header("ETag")).put("/api/v1/global-policy", policy("DELETE", "DELETE", "ENABLE_AGAIN"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("onDisabled");
        Answer missing = api.ifMatch(there.header("ETag")).put("/api/v1/global-policy", Map.of("enabled", true));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text()).contains("Say what happens when a user is deleted");
        JsonNode same = ok(api.ifMatch(there.header("ETag")).put("/api/v1/global-policy", policy("DISABLE", "DELETE", "ENABLE_AGAIN")));
        assertThat(same.path("version").asInt()).isEqualTo(there.json().path("version").asInt() + 1);
    }

    private boolean listed(String user, String status) {
        String name = userOf(user).path("userName").asString();
        return texts(ok(api.get("/api/v1/users?q=" + name + "&status=" + status)).path("items"), "id").contains(user);
    }
}
