package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An HR system keeps its people here by SCIM, and what follows is what would follow had an administrator done it. */
class InboundScimStoryTest extends LifecycleStory {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    void aPersonHiredInHrIsThereInTheRightOrganization() {
        String code = TestServer.unique("fin");
        String organization = ok(api.post("/api/v1/organizations", Map.of("code", code, "name", code + " Department"))).path("id").asString();
        String byCode = hire(TestServer.unique("hired"), Map.of("department", code.toUpperCase(Locale.ROOT)));
        String byName = hire(TestServer.unique("hired"), Map.of("department", code + " department"));
        String byCompany = hire(TestServer.unique("hired"), Map.of("department", "Nobody knows it", "organization", code));
        for (String user : List.of(byCode, byName, byCompany)) {
            assertThat(userOf(user).path("organizationId").asString()).isEqualTo(organization);
        }
        String nowhere = hire(TestServer.unique("hired"), Map.of("department", "Nobody knows it"));
        assertThat(userOf(nowhere).path("organizationId").asString("")).isEmpty();
        assertThat(userOf(nowhere).path("attributes").path("department").asString()).isEqualTo("Nobody knows it");
    }

    @Test
    void aMoveInHrIsAMoveHereAndAnAdministratorsMoveStaysUntilTheNextOne() {
        String sales = organizationWithCode(TestServer.unique("sales"));
        String legal = organizationWithCode(TestServer.unique("legal"));
        String shop = organizationWithCode(TestServer.unique("shop"));
        String user = hire(TestServer.unique("mover"), Map.of("department", code(sales)));
        patch(user, "{\"op\":\"replace\",\"path\":\"" + ENTERPRISE + ":department\",\"value\":\"" + code(legal) + "\"}");
        assertThat(userOf(user).path("organizationId").asString()).isEqualTo(legal);
        editUser(user, Map.of("organizationId", shop));
        patch(user, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Lead\"}");
        assertThat(userOf(user).path("organizationId").asString()).isEqualTo(shop);
        patch(user, "{\"op\":\"replace\",\"path\":\"" + ENTERPRISE + ":department\",\"value\":\"" + code(sales) + "\"}");
        assertThat(userOf(user).path("organizationId").asString()).isEqualTo(sales);
    }

    @Test
    void aChangeInHrReachesTheTargetsWhoseMappedValuesChangedAndNoOthers() {
        App app = tracking("title", "user.attributes[?'title'].orValue('')");
        String user = hire(TestServer.unique("tracked"), Map.of());
        accountFor(app, user);
        patch(user, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head of Fish\"}");
        JsonNode task = only(app, "PERMISSION_CHANGE", "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("API_TOKEN");
        patch(user, "{\"op\":\"replace\",\"path\":\"nickName\",\"value\":\"Fishy\"}");
        patch(user, "{\"op\":\"replace\",\"path\":\"addresses\",\"value\":[{\"country\":\"NO\"}]}");
        assertThat(log(app, "PERMISSION_CHANGE")).as("what no mapping reads writes no task").hasSize(1);
    }

    @Test
    void whoeverIsSwitchedOffInHrIsDisabledHereAndInTheTargetsOnceOnly() {
        App app = tracking("title", "user.attributes[?'title'].orValue('')");
        String user = hire(TestServer.unique("leaver"), Map.of());
        accountFor(app, user);
        patch(user, "{\"op\":\"replace\",\"value\":{\"active\":false,\"title\":\"Former\"}}");
        assertThat(userOf(user).path("status").asString()).isEqualTo("DISABLED");
        assertThat(only(app, "GLOBAL_PROVISIONING_POLICY", "SUCCEEDED").path("action").asString()).isEqualTo("DISABLE");
        assertThat(log(app, "PERMISSION_CHANGE")).as("one act, one cause").isEmpty();
        assertThat(history(user)).as("one act, one change").hasSize(2);
    }

    @Test
    void whoeverIsDeletedInHrIsDeletedHereAndGoneOnceTheAccountsAre() {
        App app = tracking("title", "user.attributes[?'title'].orValue('')");
        String name = TestServer.unique("deleted");
        String user = hire(name, Map.of());
        accountFor(app, user);
        assertThat(api.delete("/scim/v2/Users/" + user).status()).isEqualTo(204);
        assertThat(api.get("/scim/v2/Users/" + user).status()).isEqualTo(404);
        assertThat(ok(api.get("/scim/v2/Users?filter=" + encoded("userName eq \"" + name + "\""))).path("totalResults").asInt()).isZero();
        assertThat(only(app, "GLOBAL_PROVISIONING_POLICY", "SUCCEEDED").path("action").asString()).isEqualTo("DELETE");
        assertThat(hire(name, Map.of())).as("the name is free again").isNotEqualTo(user);
    }

    @Test
    void aProvisioningPolicyFiresForWhoeverHrSendsAndTakesBackWhenHrMovesThem() {
        String code = TestServer.unique("lab");
        organizationWithCode(code);
        App app = application();
        String policy = ok(api.post("/api/v1/policies", Map.of("name", TestServer.unique("Everybody in the lab"),
                "condition", "organization.code == '" + code + "'", "onLeaving", "DELETE",
                "grants", List.of(Map.of("applicationId", app.id())), "enabled", true))).path("id").asString();
        String user = hire(TestServer.unique("scientist"), Map.of("department", code));
        JsonNode created = awaitStatus(log(app, "PROVISIONING_POLICY").getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(created.path("action").asString()).isEqualTo("CREATE");
        assertThat(created.toString()).contains(policy);
        hire(TestServer.unique("outsider"), Map.of("department", "Elsewhere"));
        assertThat(log(app)).as("nobody else").hasSize(1);
        patch(user, "{\"op\":\"replace\",\"path\":\"" + ENTERPRISE + ":department\",\"value\":\"Elsewhere\"}");
        List<JsonNode> tasks = log(app, "PROVISIONING_POLICY");
        assertThat(tasks).hasSize(2);
        assertThat(awaitStatus(tasks.getFirst().path("id").asString(), "SUCCEEDED").path("action").asString()).isEqualTo("DELETE");
    }

    @Test
    void aPolicyCanAskForAGroupOfTheIdentityProvider() {
        String name = TestServer.unique("On call");
        App app = application();
        ok(api.post("/api/v1/policies", Map.of("name", TestServer.unique("On call"), "condition", "'" + name + "' in user.groups",
                "onLeaving", "DISABLE", "grants", List.of(Map.of("applicationId", app.id())), "enabled", true)));
        String user = hire(TestServer.unique("oncall"), Map.of());
        assertThat(log(app)).isEmpty();
        ok(api.post("/scim/v2/Groups", Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                "displayName", name, "members", List.of(Map.of("value", user)))));
        assertThat(only(app, "PROVISIONING_POLICY", "SUCCEEDED").path("action").asString()).isEqualTo("CREATE");
    }

    @Test
    void aRefusedRequestChangesNothing() {
        App app = tracking("title", "user.attributes[?'title'].orValue('')");
        String user = hire(TestServer.unique("kept"), Map.of());
        accountFor(app, user);
        Answer refused = api.patch("/scim/v2/Users/" + user, operations("""
                {"op":"replace","path":"title","value":"Boss"},
                {"op":"replace","path":"emails","value":[{"value":"no address"}]}"""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains("not an email address");
        assertThat(userOf(user).path("attributes").path("title").isMissingNode()).isTrue();
        assertThat(log(app, "PERMISSION_CHANGE")).isEmpty();
        assertThat(history(user)).hasSize(1);
    }

    @Test
    void aGroupOfTheIdentityProviderReachesTheTargets() {
        String name = TestServer.unique("Editors");
        App app = tracking("editor", "user.groups.exists(g, g == '" + name + "')");
        String user = hire(TestServer.unique("grouped"), Map.of());
        accountFor(app, user);
        String group = ok(api.post("/scim/v2/Groups", Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                "displayName", name, "members", List.of(Map.of("value", user))))).path("id").asString();
        assertThat(only(app, "PERMISSION_CHANGE", "SUCCEEDED").path("action").asString()).isEqualTo("UPDATE");
        ok(api.patch("/scim/v2/Groups/" + group, operations("{\"op\":\"remove\",\"path\":\"members\"}")));
        assertThat(log(app, "PERMISSION_CHANGE")).hasSize(2);
    }

    @Test
    void twoHundredPeopleComeInOneBulkRequestAndLeaveInAnother() {
        String mark = TestServer.unique("bulk200");
        String organization = organizationWithCode(mark);
        List<Map<String, Object>> hiring = IntStream.range(0, 200).mapToObj(number -> operation("POST", "/Users", "b" + number,
                person(mark + "-" + number, Map.of("department", mark)))).toList();
        JsonNode hired = bulk(hiring);
        assertThat(hired.path("Operations").valueStream().map(operation -> operation.path("status").asString())).hasSize(200).containsOnly("201");
        assertThat(ok(api.get("/api/v1/users?limit=200&organizationId=" + organization)).path("items").size()).isEqualTo(200);
        List<String> ids = hired.path("Operations").valueStream()
                .map(operation -> operation.path("location").asString().replaceFirst(".*/", "")).toList();
        App app = tracking("title", "user.attributes[?'title'].orValue('')");
        accountFor(app, ids.getFirst());
        JsonNode gone = bulk(ids.stream().map(id -> operation("DELETE", "/Users/" + id, null, null)).toList());
        assertThat(gone.path("Operations").valueStream().map(operation -> operation.path("status").asString())).hasSize(200).containsOnly("204");
        assertThat(ok(api.get("/api/v1/users?organizationId=" + organization)).path("items").size()).isZero();
        assertThat(only(app, "GLOBAL_PROVISIONING_POLICY", "SUCCEEDED").path("action").asString()).isEqualTo("DELETE");
    }

    private String hire(String userName, Map<String, Object> enterprise) {
        return ok(api.post("/scim/v2/Users", person(userName, enterprise))).path("id").asString();
    }

    private static Map<String, Object> person(String userName, Map<String, Object> enterprise) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE),
                "userName", userName, "externalId", "hr-" + userName,
                "name", Map.of("givenName", "Ada", "familyName", "Fisher"),
                "emails", List.of(Map.of("value", userName + "@example.com", "type", "work", "primary", true))));
        if (!enterprise.isEmpty()) {
            body.put(ENTERPRISE, enterprise);
        }
        return body;
    }

    private void patch(String user, String operation) {
        ok(api.patch("/scim/v2/Users/" + user, operations(operation)));
    }

    private static String operations(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    private JsonNode bulk(List<Map<String, Object>> operations) {
        return ok(api.post("/scim/v2/Bulk", Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"), "Operations", operations)));
    }

    private static Map<String, Object> operation(String method, String path, String bulkId, Object data) {
        Map<String, Object> operation = new LinkedHashMap<>(Map.of("method", method, "path", path));
        if (bulkId != null) {
            operation.put("bulkId", bulkId);
        }
        if (data != null) {
            operation.put("data", data);
        }
        return operation;
    }

    private String organizationWithCode(String code) {
        return ok(api.post("/api/v1/organizations", Map.of("code", code, "name", "The " + code))).path("id").asString();
    }

    private String code(String organization) {
        return ok(api.get("/api/v1/organizations/" + organization)).path("code").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
