package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The words on packages: across applications, with a provisioning half and a request half. */
class PermissionPackageStoryTest extends PolicyStory {

    @Test
    void aPackageHoldsAccountsAndPermissionsOfSeveralApplications() {
        App one = application();
        App two = application();
        String group = permission(two, "readers");
        String id = pack(TestServer.unique("Starter"), item(one, null), item(two, group));
        JsonNode items = ok(api.get("/api/v1/packages/" + id)).path("items");
        assertThat(texts(items, "applicationName")).containsExactly(one.name(), two.name());
        assertThat(items.path(1).path("permissionName").asString()).isEqualTo("readers");
        assertThat(items.path(0).path("permissionId").isNull()).isTrue();
    }

    @Test
    void aPolicyThatGrantsItGrantsEverythingInIt() {
        App one = application();
        App two = application();
        String group = permission(two, "readers");
        policy(inTeam(""), "DELETE", grant(pack(TestServer.unique("Starter"), item(one, null), item(two, group))));
        String user = settledPerson("clerk");
        assertThat(actionsByPolicy(user)).containsExactlyInAnyOrder("CREATE " + one.name(), "CREATE " + two.name());
        assertThat(permissionsIn(two, user)).containsExactly(group);
    }

    @Test
    void deactivatingHidesItFromRequestsAndDisablesThePoliciesThatUseItAndTheAnswerNamesThem() {
        App app = application();
        String name = TestServer.unique("Withdrawn");
        Map<String, Object> body = body(name, item(app, null));
        body.put("requestable", true);
        body.put("maxDays", 30);
        String id = ok(api.post("/api/v1/packages", body)).path("id").asString();
        String policy = policy(inTeam(""), "DELETE", grant(id));
        String policyName = policyOf(policy).path("name").asString();
        String user = settledPerson("clerk");
        assertThat(requestable(name)).containsExactly(name);

        body.put("active", false);
        JsonNode foretold = ok(api.post("/api/v1/packages/" + id + "/preview", body)).path("consequences");
        assertThat(texts(foretold, "kind")).containsExactly("POLICY_DISABLED");
        assertThat(texts(foretold, "name")).containsExactly(policyName);
        assertThat(policyOf(policy).path("enabled").asBoolean()).as("a preview changes nothing").isTrue();
        assertThat(requestable(name)).containsExactly(name);

        JsonNode saved = ok(put(id, body));
        assertThat(saved.path("consequences")).isEqualTo(foretold);
        assertThat(policyOf(policy).path("enabled").asBoolean()).isFalse();
        assertThat(requestable(name)).isEmpty();
        assertThat(awaitRun(policy).path("reason").asString()).isEqualTo("PACKAGE_CHANGED");
        awaitSettled(user);
        assertThat(accountIn(app, user).isMissingNode()).isTrue();
        Answer refused = api.post("/api/v1/policies/" + policy + "/enable", null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains(name).contains("not active");
    }

    @Test
    void changingWhatItGrantsHasThePoliciesThatUseItEvaluatedForEverybody() {
        App one = application();
        App two = application();
        String name = TestServer.unique("Changing");
        String id = pack(name, item(one, null));
        String policy = policy(inTeam(""), "DELETE", grant(id));
        String user = settledPerson("clerk");
        JsonNode saved = ok(put(id, body(name, item(two, null))));
        assertThat(texts(saved.path("consequences"), "kind")).containsExactly("POLICY_EVALUATED");
        awaitRun(policy);
        awaitSettled(user);
        assertThat(actionsByPolicy(user)).containsExactlyInAnyOrder(
                "CREATE " + one.name(), "CREATE " + two.name(), "DELETE " + one.name());
    }

    @Test
    void anotherNameOrAnotherOrderEvaluatesNobody() {
        App one = application();
        App two = application();
        String id = pack(TestServer.unique("Named"), item(one, null), item(two, null));
        String policy = policy(inTeam(""), "DELETE", grant(id));
        String run = newestRun(policy).path("id").asString();
        JsonNode saved = ok(put(id, body(TestServer.unique("Renamed"), item(two, null), item(one, null))));
        assertThat(saved.path("consequences").isEmpty()).isTrue();
        assertThat(newestRun(policy).path("id").asString()).isEqualTo(run);
    }

    @Test
    void withTheProvisioningHalfOffNoPolicyCanGrantItThoughItCanBeRequested() {
        App app = application();
        String name = TestServer.unique("OnRequest");
        Map<String, Object> body = body(name, item(app, null));
        body.put("requestable", true);
        body.put("provisionable", false);
        String id = ok(api.post("/api/v1/packages", body)).path("id").asString();
        assertThat(requestable(name)).containsExactly(name);
        assertThat(api.post("/api/v1/policies", draft(TestServer.unique("No"), "true", "DELETE", grant(id))).status()).isEqualTo(400);
    }

    @Test
    void aPackageInUseCannotBeDeletedAndThePolicyIsNamed() {
        App app = application();
        String id = pack(TestServer.unique("Used"), item(app, null));
        String policy = policy(inTeam(""), "NOTHING", grant(id));
        String path = "/api/v1/packages/" + id;
        Answer refused = api.ifMatch(api.get(path).header("ETag")).delete(path);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains(policyOf(policy).path("name").asString());
        String policyPath = "/api/v1/policies/" + policy;
        api.ifMatch(api.get(policyPath).header("ETag")).delete(policyPath);
        assertThat(api.ifMatch(api.get(path).header("ETag")).delete(path).status()).isEqualTo(204);
    }

    @Test
    void packagesAreFoundFilteredAndPaged() {
        App app = application();
        String stem = TestServer.unique("shelf");
        List<String> names = new ArrayList<>();
        for (String suffix : List.of(" a", " B", " c")) {
            pack(stem + suffix, item(app, null));
            names.add(stem + suffix);
        }
        String first = "/api/v1/packages?limit=2&q=" + stem + "&applicationId=" + app.id() + "&active=true&requestable=false";
        JsonNode page = ok(api.get(first));
        List<String> found = new ArrayList<>(texts(page.path("items"), "name"));
        page = ok(api.get(first + "&cursor=" + page.path("next").asString()));
        found.addAll(texts(page.path("items"), "name"));
        assertThat(found).isEqualTo(names);
        assertThat(page.path("next").isNull()).isTrue();
        assertThat(ok(api.get("/api/v1/packages?requestable=true&q=" + stem)).path("items").isEmpty()).isTrue();
    }

    @Test
    void badPackagesAreRefusedWithASentence() {
        App one = application();
        App two = application();
        String name = TestServer.unique("Taken");
        String id = pack(name, item(one, null));
        assertThat(api.post("/api/v1/packages", body(name.toUpperCase(), item(one, null))).status()).isEqualTo(409);
        Answer foreign = api.post("/api/v1/packages", body(TestServer.unique("Foreign"), item(one, permission(two, "theirs"))));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.json().path("errors").path(0).path("field").asString()).isEqualTo("items[0].permissionId");
        assertThat(api.put("/api/v1/packages/" + id, body(name, item(one, null))).status()).isEqualTo(428);
        assertThat(api.ifMatch("\"7\"").put("/api/v1/packages/" + id, body(name, item(one, null))).status()).isEqualTo(412);
        assertThat(api.post("/api/v1/packages", body(TestServer.unique("Empty"))).status()).isEqualTo(400);
    }

    @SafeVarargs
    private final String pack(String name, Map<String, Object>... items) {
        return ok(api.post("/api/v1/packages", body(name, items))).path("id").asString();
    }

    @SafeVarargs
    private static Map<String, Object> body(String name, Map<String, Object>... items) {
        return new TreeMap<>(Map.of("name", name, "items", List.of(items)));
    }

    private static Map<String, Object> item(App app, String permission) {
        return permission == null ? account(app) : grant(app, permission);
    }

    private Answer put(String id, Map<String, Object> body) {
        String path = "/api/v1/packages/" + id;
        return api.ifMatch(api.get(path).header("ETag")).put(path, body);
    }

    private List<String> requestable(String name) {
        return server.bean(Packages.class).requestable(name, "", 10).stream().map(PermissionPackage::name).toList();
    }
}
