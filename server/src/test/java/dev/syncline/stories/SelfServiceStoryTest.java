package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SELF_SERVICE_DEPROVISIONING: a user releases permissions in the portal, under My Access. */
class SelfServiceStoryTest extends PortalStory {

    private Visitor manager;
    private Visitor ming;
    private App app;
    private String staff;
    private String payroll;

    @BeforeEach
    void somebodyWithAccess() {
        manager = visitor("Ada Park");
        ming = visitor("Ming Li", manager);
        app = application();
        staff = permission(app, "staff");
        payroll = permission(app, "payroll");
        offer(app, staff, payroll);
    }

    private Answer release(Visitor visitor, Map<String, Object> what) {
        return visitor.portal().post("/api/v1/portal/access/release", what);
    }

    private static Map<String, Object> held(String account, String... permissions) {
        return Map.of("permissions", List.of(permissions).stream()
                .map(permission -> Map.of("accountId", account, "permissionId", permission)).toList());
    }

    /** What Ming has: asked for, approved and done. */
    private String given(String... permissions) {
        List<Map<String, Object>> items = List.of(permissions).stream().map(PortalStory::permission).toList();
        String request = ok(ask(ming, Map.of(), items)).path("requests").path(0).path("id").asString();
        ok(approve(manager, request));
        awaitState(request, "DONE");
        return accounts(app, ming).getFirst().path("id").asString();
    }

    private JsonNode mine() {
        return ok(ming.portal().get("/api/v1/portal/access")).path("accounts");
    }

    @Test
    void myAccessSaysWhatIHaveAndWhy() {
        String account = given(staff);
        JsonNode mine = mine().path(0);
        assertThat(mine.path("accountId").asString()).isEqualTo(account);
        assertThat(mine.path("applicationName").asString()).isEqualTo(app.name());
        assertThat(mine.path("onLastPermission").asString()).isEqualTo("DELETE");
        JsonNode permission = mine.path("permissions").path(0);
        assertThat(permission.path("name").asString()).isEqualTo("staff");
        assertThat(permission.path("why").path(0).path("name").asString()).startsWith("Request 1");
        assertThat(permission.path("refusal").isNull()).isTrue();
    }

    @Test
    void releasingAPermissionIsAnUpdateWithUnbinding() {
        String account = given(staff, payroll);
        app.target().hang();
        JsonNode released = ok(release(ming, held(account, staff)));
        List<JsonNode> log = log(app, "SELF_SERVICE_DEPROVISIONING");
        assertThat(log).hasSize(1);
        JsonNode task = task(log.getFirst().path("id").asString());
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("USER");
        assertThat(task.path("initiator").path("name").asString()).isEqualTo("Ming Li");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("ACCESS_RELEASE");
        assertThat(mine().path(0).path("task").path("action").asString()).as("while it is under way").isEqualTo("UPDATE");
        app.target().goOn();
        awaitStatus(task.path("id").asString(), "SUCCEEDED");
        assertThat(texts(mine().path(0).path("permissions"), "name")).containsExactly("payroll");
        JsonNode kept = ok(api.get("/api/v1/access-releases/" + task.path("cause").path("id").asString()));
        assertThat(kept.path("id").asString()).isEqualTo(released.path("id").asString());
        assertThat(kept.path("taskIds").path(0).asString()).as("and back").isEqualTo(task.path("id").asString());
        assertThat(kept.path("items").path(0).path("permissionName").asString()).isEqualTo("staff");
    }

    @Test
    void releasingTheAccountDeletesIt() {
        String account = given(staff);
        ok(release(ming, Map.of("accountIds", List.of(account))));
        List<JsonNode> log = log(app, "SELF_SERVICE_DEPROVISIONING");
        assertThat(texts(log)).containsExactly("DELETE");
        awaitStatus(log.getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(isGone(account)).isTrue();
        assertThat(mine().isEmpty()).isTrue();
    }

    private static List<String> texts(List<JsonNode> log) {
        return log.stream().map(task -> task.path("action").asString()).toList();
    }

    @Test
    void whenNothingIsLeftTheAccountIsDeleted() {
        String account = given(staff, payroll);
        ok(release(ming, held(account, staff, payroll)));
        assertThat(texts(log(app, "SELF_SERVICE_DEPROVISIONING"))).containsExactly("DELETE");
    }

    @Test
    void orDisabledWhereTheApplicationSaysSo() {
        access(app, Map.of("lastPermission", "DISABLE"));
        String account = given(staff);
        ok(release(ming, held(account, staff)));
        log(app, "SELF_SERVICE_DEPROVISIONING").forEach(task -> awaitStatus(task.path("id").asString(), "SUCCEEDED"));
        assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.UPDATE);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
        assertThat(accountOf(account).path("bindings").isEmpty()).isTrue();
    }

    @Test
    void orKeptWhereTheApplicationSaysSo() {
        access(app, Map.of("lastPermission", "KEEP"));
        String account = given(staff);
        ok(release(ming, held(account, staff)));
        List<JsonNode> log = log(app, "SELF_SERVICE_DEPROVISIONING");
        assertThat(texts(log)).containsExactly("UPDATE");
        awaitStatus(log.getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
        Answer empty = release(ming, Map.of("accountIds", List.of(account)));
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.field("detail")).contains("are kept when they are given back");
    }

    @Test
    void whatAPolicyJustifiesCannotBeReleased() {
        String policy = TestServer.unique("Everybody called Ming");
        ok(api.post("/api/v1/policies", Map.of("name", policy, "condition", "user.userName == '" + ming.userName() + "'", "onLeaving", "UNBIND",
                "grants", List.of(Map.of("applicationId", app.id(), "permissionId", payroll)), "enabled", true)));
        await(() -> assertThat(mine().path(0).path("permissions").path(0).path("refusal").asString(""))
                .isEqualTo("payroll is granted by the policy " + policy + " and cannot be released."));
        String account = mine().path(0).path("accountId").asString();
        ok(approve(manager, asked(ming, permission(staff))));
        Answer refused = release(ming, held(account, payroll));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains(policy);
        assertThat(release(ming, Map.of("accountIds", List.of(account))).field("detail")).contains(policy);
        assertThat(log(app, "SELF_SERVICE_DEPROVISIONING")).isEmpty();

        ok(release(ming, held(account, staff)));
        assertThat(texts(log(app, "SELF_SERVICE_DEPROVISIONING"))).as("the account stays: the policy needs it").containsExactly("UPDATE");
    }

    @Test
    void allThatWasChosenOrNothing() {
        String account = given(staff);
        assertThat(release(ming, held(account, staff, payroll)).field("detail")).startsWith("You do not have this permission any more");
        assertThat(release(ming, Map.of()).field("detail")).isEqualTo("Choose what to give back.");
        Visitor other = visitor("Somebody Else");
        assertThat(release(other, Map.of("accountIds", List.of(account))).status()).as("an account of somebody else").isEqualTo(409);
        assertThat(log(app, "SELF_SERVICE_DEPROVISIONING")).isEmpty();
    }

    @Test
    void withDataSynchronizationOffItTakesEffectAtOnceWithoutATask() {
        App off = application(Map.of("dataSynchronization", false));
        String members = permission(off, "members");
        offer(off, members);
        ok(approve(manager, asked(ming, permission(members))));
        String account = accounts(off, ming).getFirst().path("id").asString();
        ok(release(ming, held(account, members)));
        assertThat(log(off)).isEmpty();
        assertThat(isGone(account)).isTrue();
    }

    @Test
    void whatWasReleasedCanBeAskedForAgain() {
        String account = given(staff, payroll);
        ok(release(ming, held(account, staff)));
        String again = asked(ming, permission(staff));
        ok(approve(manager, again));
        awaitState(again, "DONE");
        assertThat(texts(mine().path(0).path("permissions"), "name")).containsExactly("payroll", "staff");
    }
}
