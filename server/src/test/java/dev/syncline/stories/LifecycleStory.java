package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words for stories about users who come, move and leave. */
abstract class LifecycleStory extends Story {

    static final Map<String, Object> TRACKING = Map.of("changeTracking", true);
    static final Map<String, Object> NOT_SYNCHRONIZED = Map.of("dataSynchronization", false);

    /** An application that tracks changes, with these mappings: target, expression, target, expression. */
    App tracking(String... mappings) {
        return application(Map.of("changeTracking", true, "mappings", mappings(mappings)));
    }

    static List<Map<String, Object>> mappings(String... mappings) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < mappings.length; i += 2) {
            all.add(Map.of("objectType", "ACCOUNT", "target", mappings[i], "expression", mappings[i + 1]));
        }
        return all;
    }

    /** Asks for an account for a user, whose creation succeeds. */
    String accountFor(App app, String user, String... permissions) {
        Answer answer = api.post("/api/v1/accounts", Map.of(
                "applicationId", app.id(), "userId", user, "permissionIds", List.of(permissions)));
        JsonNode made = ok(answer);
        String task = made.path("taskId").asString("");
        if (!task.isEmpty()) {
            awaitStatus(task, "SUCCEEDED");
        }
        return made.path("account").path("id").asString();
    }

    JsonNode userOf(String user) {
        return ok(api.get("/api/v1/users/" + user));
    }

    JsonNode disableUser(String user) {
        return ok(api.post("/api/v1/users/" + user + "/disable", null));
    }

    JsonNode enableUser(String user) {
        return ok(api.post("/api/v1/users/" + user + "/enable", null));
    }

    void deleteUser(String user) {
        String path = "/api/v1/users/" + user;
        assertThat(api.ifMatch(api.get(path).header("ETag")).delete(path).status()).isEqualTo(204);
    }

    /** Changes these fields of a user and leaves the others. */
    JsonNode editUser(String user, Map<String, ?> fields) {
        String path = "/api/v1/users/" + user;
        Answer before = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        before.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.putAll(fields);
        return ok(api.ifMatch(before.header("ETag")).put(path, body));
    }

    boolean isUserGone(String user) {
        return api.get("/api/v1/users/" + user).status() == 404;
    }

    String organization(String name) {
        return organization(name, null);
    }

    String organization(String name, String parent) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", TestServer.unique("org"), "name", name));
        body.put("parentId", parent);
        return ok(api.post("/api/v1/organizations", body)).path("id").asString();
    }

    void editOrganization(String id, Map<String, ?> fields) {
        String path = "/api/v1/organizations/" + id;
        Answer before = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        before.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.putAll(fields);
        ok(api.ifMatch(before.header("ETag")).put(path, body));
    }

    /** Tasks of an application with this source, newest first. */
    List<JsonNode> log(App app, String source) {
        return log(app).stream().filter(task -> task.path("source").asString().equals(source)).toList();
    }

    /** The only task of an application with this source, once it has this status. */
    JsonNode only(App app, String source, String status) {
        List<JsonNode> tasks = log(app, source);
        assertThat(tasks).as("%s tasks of %s", source, app.name()).hasSize(1);
        return awaitStatus(tasks.getFirst().path("id").asString(), status);
    }

    List<JsonNode> history(String user) {
        return ok(api.get("/api/v1/users/" + user + "/changes")).path("items").valueStream().toList();
    }

    /** A policy of its own for an application. */
    void override(App app, Map<String, Object> body) {
        String path = "/api/v1/applications/" + app.id() + "/global-policy";
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, body));
    }

    static Map<String, Object> policy(String onDisabled, String onDeleted, String onEnabled) {
        return Map.of("enabled", true, "onDisabled", onDisabled, "onDeleted", onDeleted, "onEnabled", onEnabled);
    }
}
