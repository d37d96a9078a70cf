package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 2: when one act could count twice, the most specific cause wins. */
class PrecedenceStoryTest extends LifecycleStory {

    private static final String GLOBAL = "GLOBAL_PROVISIONING_POLICY";
    private static final String POLICY = "PROVISIONING_POLICY";
    private static final String TRACKING = "PERMISSION_CHANGE";

    private final String kind = TestServer.unique("kind");

    @Test
    @DisplayName("What a policy wants after an edit is the policy's, the rest of the same edit is change tracking's, and nothing is sent twice")
    void oneEdit() {
        App wanted = tracking("mail", "user.email");
        App tracked = tracking("mail", "user.email");
        policy(Map.of("applicationId", wanted.id()));
        String user = user("Ming Li");
        accountFor(tracked, user);
        editUser(user, Map.of("email", "new@example.com", "attributes", Map.of("kind", kind)));
        JsonNode creation = only(wanted, POLICY, "SUCCEEDED");
        assertThat(creation.path("action").asString()).isEqualTo("CREATE");
        assertThat(creation.path("parameters").path("attributes").path("mail").asString()).isEqualTo("new@example.com");
        assertThat(only(tracked, TRACKING, "SUCCEEDED").path("action").asString()).isEqualTo("UPDATE");
        assertThat(log(wanted)).hasSize(1);
        assertThat(log(tracked, POLICY)).isEmpty();
    }

    @Test
    @DisplayName("Of one application a policy binds what it wants, and change tracking sends the values that changed")
    void oneApplication() {
        App app = tracking("mail", "user.email");
        String staff = permission(app, "staff");
        policy(Map.of("applicationId", app.id(), "permissionId", staff));
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("email", "new@example.com", "attributes", Map.of("kind", kind)));
        JsonNode binding = only(app, POLICY, "SUCCEEDED");
        assertThat(texts(binding.path("parameters").path("bind"), "name")).containsExactly("staff");
        JsonNode update = only(app, TRACKING, "SUCCEEDED");
        assertThat(update.path("parameters").path("attributes").path("mail").asString()).isEqualTo("new@example.com");
        assertThat(update.path("parameters").path("bind")).isEmpty();
    }

    @Test
    @DisplayName("Disabling and deleting are the global policy's alone; enabled again, a wanted account is the policy's and another the global policy's")
    void leavingAndComingBack() {
        App wanted = tracking("state", "user.status");
        App other = tracking("cn", "user.displayName");
        policy(Map.of("applicationId", wanted.id()));
        String user = user("Ming Li");
        accountFor(other, user);
        editUser(user, Map.of("attributes", Map.of("kind", kind)));
        only(wanted, POLICY, "SUCCEEDED");
        disableUser(user);
        assertThat(only(wanted, GLOBAL, "SUCCEEDED").path("action").asString()).isEqualTo("DISABLE");
        only(other, GLOBAL, "SUCCEEDED");
        enableUser(user);
        await(() -> assertThat(wanted.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.ENABLE));
        await(() -> assertThat(other.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.ENABLE));
        assertThat(log(wanted).getFirst().path("source").asString()).isEqualTo(POLICY);
        assertThat(log(other).getFirst().path("source").asString()).isEqualTo(GLOBAL);
        assertThat(log(wanted, TRACKING)).isEmpty();
        deleteUser(user);
        await(() -> assertThat(isUserGone(user)).isTrue());
        assertThat(log(wanted).getFirst().path("source").asString()).isEqualTo(GLOBAL);
        assertThat(log(wanted).getFirst().path("action").asString()).isEqualTo("DELETE");
    }

    @Test
    @DisplayName("What a policy gives cannot be taken away on the user: the refusal says what to change instead")
    void policyGives() {
        App app = tracking();
        String staff = permission(app, "staff");
        policy(Map.of("applicationId", app.id(), "permissionId", staff));
        String user = user("Ming Li");
        editUser(user, Map.of("attributes", Map.of("kind", kind)));
        only(app, POLICY, "SUCCEEDED");
        Answer refused = api.post("/api/v1/users/" + user + "/permissions", Map.of("unbind", List.of(staff)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("A provisioning policy gives Ming Li the permission staff");
        assertThat(log(app, TRACKING)).isEmpty();
    }

    @Test
    @DisplayName("An administrator acting on the account is MANUAL, whatever tracking and policies there are")
    void byHand() {
        App app = tracking("mail", "user.email");
        String user = user("Ming Li");
        String account = accountFor(app, user);
        awaitStatus(edit(account, "title", "Director").task(), "SUCCEEDED");
        awaitStatus(disable(account).task(), "SUCCEEDED");
        assertThat(log(app)).extracting(task -> task.path("source").asString()).containsOnly("MANUAL").hasSize(3);
    }

    private void policy(Map<String, Object> grant) {
        ok(api.post("/api/v1/policies", Map.of("name", TestServer.unique("Policy"), "condition",
                "user.attributes[?\"kind\"].orValue(\"\") == \"" + kind + "\"", "onLeaving", "NOTHING", "grants", List.of(grant), "enabled", true)));
    }
}
