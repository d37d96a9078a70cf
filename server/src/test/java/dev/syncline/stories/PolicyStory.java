package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Words for stories about policies and packages. Each story has a team of its own, so that its policies are about nobody else. */
abstract class PolicyStory extends Story {

    final String team = TestServer.unique("team");

    /** Holds for the story's own people, and {@code extra}. */
    String inTeam(String extra) {
        return "user.attributes[\"team\"] == \"" + team + "\"" + (extra.isEmpty() ? "" : " && (" + extra + ")");
    }

    static String works(String job) {
        return "user.attributes[\"job\"] == \"" + job + "\"";
    }

    static Map<String, Object> account(App app) {
        return Map.of("applicationId", app.id());
    }

    static Map<String, Object> grant(App app, String permission) {
        return Map.of("applicationId", app.id(), "permissionId", permission);
    }

    static Map<String, Object> grant(String packageId) {
        return Map.of("packageId", packageId);
    }

    @SafeVarargs
    final Map<String, Object> draft(String name, String condition, String onLeaving, Map<String, Object>... grants) {
        return new TreeMap<>(Map.of("name", name, "condition", condition, "onLeaving", onLeaving, "grants", List.of(grants), "enabled", true));
    }

    /** An enabled policy, once everybody was evaluated. */
    String policy(Map<String, Object> draft) {
        String id = ok(api.post("/api/v1/policies", draft)).path("id").asString();
        awaitRun(id);
        return id;
    }

    @SafeVarargs
    final String policy(String condition, String onLeaving, Map<String, Object>... grants) {
        return policy(draft(TestServer.unique("Policy"), condition, onLeaving, grants));
    }

    Answer save(String policy, Map<String, Object> draft) {
        String path = "/api/v1/policies/" + policy;
        return api.ifMatch(api.get(path).header("ETag")).put(path, draft);
    }

    JsonNode policyOf(String policy) {
        return ok(api.get("/api/v1/policies/" + policy));
    }

    /** The newest run of a policy once it has ended. */
    JsonNode awaitRun(String policy) {
        await(() -> assertThat(newestRun(policy).path("status").asString()).isNotEqualTo("RUNNING"));
        JsonNode run = newestRun(policy);
        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    JsonNode newestRun(String policy) {
        return ok(api.get("/api/v1/policies/" + policy + "/runs?limit=1")).path("items").path(0);
    }

    /** A user of the story's team with a job. */
    String person(String job) {
        return person(job, null);
    }

    String person(String job, String organization) {
        return ok(api.post("/api/v1/users", personBody(job, organization))).path("id").asString();
    }

    Map<String, Object> personBody(String job, String organization) {
        Map<String, Object> body = new HashMap<>(Map.of("userName", TestServer.unique("person"), "displayName", "Ming Li",
                "attributes", Map.of("team", team, "job", job)));
        body.put("organizationId", organization);
        return body;
    }

    String organization(String name) {
        return ok(api.post("/api/v1/organizations", Map.of("code", TestServer.unique("org"), "name", name))).path("id").asString();
    }

    void job(String user, String job) {
        change(user, body -> body.withObject("attributes").put("job", job));
    }

    void move(String user, String organization) {
        change(user, body -> body.put("organizationId", organization));
    }

    interface Edit {
        void of(ObjectNode body);
    }

    void change(String user, Edit edit) {
        String path = "/api/v1/users/" + user;
        Answer read = api.get(path);
        ObjectNode body = (ObjectNode) read.json();
        edit.of(body);
        ok(api.ifMatch(read.header("ETag")).put(path, body));
    }

    /** What policies had done about a user, oldest first. */
    List<JsonNode> byPolicy(String user) {
        List<JsonNode> newestFirst = ok(api.get("/api/v1/tasks?source=PROVISIONING_POLICY&user=" + user + "&limit=200"))
                .path("items").valueStream().toList();
        return newestFirst.reversed();
    }

    List<String> actionsByPolicy(String user) {
        return byPolicy(user).stream().map(task -> task.path("action").asString() + " " + task.path("application").path("name").asString())
                .toList();
    }

    /** Everything under way for a user is done. */
    void awaitSettled(String user) {
        await(() -> assertThat(ok(api.get("/api/v1/tasks?user=" + user + "&limit=200")).path("items").valueStream()
                .map(task -> task.path("status").asString())).doesNotContain("QUEUED", "RUNNING"));
    }

    /** A person whose accounts are there. */
    String settledPerson(String job) {
        String user = person(job);
        awaitSettled(user);
        return user;
    }

    JsonNode accountIn(App app, String user) {
        JsonNode found = ok(api.get("/api/v1/accounts?applicationId=" + app.id() + "&userId=" + user)).path("items");
        return found.isEmpty() ? found.path(0) : ok(api.get("/api/v1/accounts/" + found.path(0).path("id").asString()));
    }

    /** Permissions the account in the target has, or will have. */
    List<String> permissionsIn(App app, String user) {
        return accountIn(app, user).path("bindings").valueStream()
                .filter(binding -> !binding.path("status").asString().equals("RELEASING"))
                .map(binding -> binding.path("permission").path("id").asString())
                .toList();
    }

    List<String> bound(JsonNode task, String which) {
        return texts(task(task.path("id").asString()).path("parameters").path(which), "id");
    }
}
