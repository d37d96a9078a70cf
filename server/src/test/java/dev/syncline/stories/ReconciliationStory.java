package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.RemoteAccount;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Words for stories about reading what an application has. */
abstract class ReconciliationStory extends Story {

    static Map<String, Object> mapping(String objectType, String target, String expression) {
        return Map.of("objectType", objectType, "target", target, "expression", expression, "secret", false);
    }

    static Map<String, Object> rule(String attribute, String field) {
        return Map.of("attribute", attribute, "field", field, "ignoreCase", true);
    }

    /** An application in this process whose mapping hands the mail and the phone on. */
    App office() {
        return application(Map.of("mappings",
                List.of(mapping("ACCOUNT", "mail", "user.email"), mapping("ACCOUNT", "telephone", "user.phone"))));
    }

    static RemoteAccount there(String id, String name, Map<String, Object> attributes) {
        return new RemoteAccount(id, name, Optional.of(true), attributes, Optional.empty(), Optional.empty());
    }

    static void has(App app, RemoteAccount... accounts) {
        MemoryConnectorType.listing(app.name(), () -> Arrays.asList(accounts));
    }

    /** @return its id */
    String person(String displayName, String email, String phone) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("userName", TestServer.unique("person"));
        body.put("displayName", displayName);
        body.put("email", email);
        body.put("phone", phone);
        return ok(api.post("/api/v1/users", body)).path("id").asString();
    }

    String start(App app, Map<String, Object> body) {
        return ok(api.post("/api/v1/applications/" + app.id() + "/reconciliations", body)).path("id").asString();
    }

    /** Reads it, and waits for the end. */
    JsonNode read(App app, List<Map<String, Object>> rules) {
        return awaitEnd(start(app, Map.of("rules", rules)));
    }

    JsonNode awaitEnd(String run) {
        await(() -> assertThat(run(run).path("status").asString()).isNotEqualTo("RUNNING"));
        return run(run);
    }

    JsonNode done(App app, List<Map<String, Object>> rules) {
        JsonNode run = read(app, rules);
        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    JsonNode run(String run) {
        return ok(api.get("/api/v1/reconciliations/" + run));
    }

    static String id(JsonNode one) {
        return one.path("id").asString();
    }

    /** How many findings there are of a kind, whatever was done about them. */
    static int count(JsonNode run, String objectType, String kind) {
        return run.path("counts").valueStream()
                .filter(one -> one.path("objectType").asString().equals(objectType) && one.path("kind").asString().equals(kind))
                .mapToInt(one -> one.path("count").asInt())
                .sum();
    }

    /** All of a kind, page by page. */
    List<JsonNode> found(JsonNode run, String objectType, String kind) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = ok(api.get("/api/v1/reconciliations/" + id(run) + "/findings?limit=150&objectType=" + objectType + "&kind=" + kind
                    + "&cursor=" + cursor));
            page.path("items").forEach(found::add);
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        }
        return found;
    }

    JsonNode only(JsonNode run, String kind) {
        List<JsonNode> found = found(run, "ACCOUNT", kind);
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    Answer act(JsonNode finding, JsonNode run, String act, Map<String, Object> body) {
        return api.post("/api/v1/reconciliations/" + id(run) + "/findings/" + id(finding) + "/" + act, body);
    }

    /** All of a kind, after counting them; waits until it is done. */
    JsonNode all(JsonNode run, Map<String, Object> order) {
        int expected = ok(api.post("/api/v1/reconciliations/" + id(run) + "/count", order)).path("count").asInt();
        Map<String, Object> confirmed = new LinkedHashMap<>(order);
        confirmed.put("expected", expected);
        ok(api.post("/api/v1/reconciliations/" + id(run) + "/act", confirmed));
        await(() -> assertThat(run(id(run)).path("acting").path("underWay").asBoolean()).isFalse());
        return run(id(run));
    }

    static Map<String, Object> order(String act, String objectType, String kind) {
        return Map.of("act", act, "objectType", objectType, "kind", kind);
    }
}
