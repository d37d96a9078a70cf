package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words for stories about account policies and compliance rules. */
abstract class GovernanceStory extends Story {

    /** Where policies, runs and findings of one family are. */
    record Place(String checks, String runs, String findings) {}

    static final Place POLICIES =
            new Place("/api/v1/account-policies", "/api/v1/account-policies/runs", "/api/v1/account-policies/findings");
    static final Place COMPLIANCE =
            new Place("/api/v1/compliance/rules", "/api/v1/compliance/executions", "/api/v1/compliance/findings");

    String policy(App app, Map<String, Object> definition, String action) {
        return policy(app, definition, action, Map.of());
    }

    /** @param further members of the policy */
    String policy(App app, Map<String, Object> definition, String action, Map<String, Object> further) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("applicationId", app.id(), "name", TestServer.unique("Policy"),
                "definition", definition, "action", action));
        body.putAll(further);
        return ok(api.post(POLICIES.checks(), body)).path("id").asString();
    }

    String rule(Map<String, Object> definition, String action) {
        return ok(api.post(COMPLIANCE.checks(), Map.of("name", TestServer.unique("Rule"), "definition", definition, "action", action,
                "limits", Map.of()))).path("id").asString();
    }

    /** Runs it, and waits until it has ended or is held. */
    JsonNode run(Place place, String check) {
        return run(place, check, false);
    }

    JsonNode run(Place place, String check, boolean dry) {
        return awaitRun(place, ok(api.post(place.checks() + "/" + check + "/runs", Map.of("dryRun", dry))).path("id").asString());
    }

    JsonNode awaitRun(Place place, String run) {
        await(() -> assertThat(ok(api.get(place.runs() + "/" + run)).path("status").asString()).isNotEqualTo("RUNNING"));
        return ok(api.get(place.runs() + "/" + run));
    }

    /** A run that came to its end. */
    JsonNode done(Place place, String check) {
        JsonNode run = run(place, check);
        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    List<JsonNode> found(Place place, JsonNode run) {
        return ok(api.get(place.runs() + "/" + run.path("id").asString() + "/findings?limit=200")).path("items").valueStream().toList();
    }

    JsonNode finding(Place place, String id) {
        return ok(api.get(place.findings() + "/" + id));
    }

    JsonNode decide(Place place, String finding, Map<String, Object> decision) {
        return ok(api.post(place.findings() + "/" + finding + "/decision", decision));
    }

    /** The tasks a finding led to. */
    List<JsonNode> tasksOf(String finding) {
        return ok(api.get("/api/v1/tasks?cause=" + finding)).path("items").valueStream().toList();
    }

    /** The one task a finding led to, which says so. */
    JsonNode taskOf(JsonNode finding, String source, String action) {
        List<JsonNode> tasks = tasksOf(finding.path("id").asString());
        assertThat(tasks).hasSize(1);
        JsonNode task = task(tasks.getFirst().path("id").asString());
        assertThat(task.path("source").asString()).isEqualTo(source);
        assertThat(task.path("action").asString()).isEqualTo(action);
        assertThat(task.path("cause").path("type").asString()).isEqualTo("FINDING");
        assertThat(task.path("cause").path("id").asString()).isEqualTo(finding.path("id").asString());
        return task;
    }

    /** An account of a user that is there, with permissions. */
    String accountOf(App app, String user, String name, String... permissions) {
        Made made = requestedAccountOf(app, user, name, permissions);
        if (!made.task().isEmpty()) {
            awaitStatus(made.task(), "SUCCEEDED");
        }
        return made.account();
    }

    Made requestedAccountOf(App app, String user, String name, String... permissions) {
        JsonNode body = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user, "name", name,
                "attributes", Map.of(), "permissionIds", List.of(permissions))));
        return new Made(body.path("account").path("id").asString(), body.path("taskId").asString(""));
    }

    List<String> statuses(List<JsonNode> findings) {
        return new ArrayList<>(findings.stream().map(finding -> finding.path("status").asString()).toList());
    }

    /** How many tasks of an application have this source. */
    long logged(App app, String source) {
        return log(app).stream().filter(task -> task.path("source").asString().equals(source)).count();
    }
}
