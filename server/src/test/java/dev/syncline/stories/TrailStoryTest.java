package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** "Each task stores its source, who or what initiated it, and a reference to its cause, so that a reader can walk from the task to the reason." */
class TrailStoryTest extends PolicyStory {

    @Test
    void aPolicySetToWorkByAChangeOfAUser() {
        App app = application();
        String policy = policy(draft("Staff of " + team, inTeam(""), "DELETE", account(app)));
        String user = person("clerk");
        List<JsonNode> trail = trail(byPolicy(user).getFirst().path("id").asString());
        assertThat(texts(trail, "kind")).containsExactly("USER_CHANGE", "POLICY_VERSION");
        assertThat(trail.getFirst().path("within").asString()).as("the user the change is of").isEqualTo(user);
        assertThat(trail.getFirst().path("actor").asString()).isNotEmpty();
        assertThat(trail.getLast().path("id").asString()).isEqualTo(policy);
        assertThat(trail.getLast().path("note").asString()).as("the version that decided").isEqualTo("1");
        assertThat(trail.getLast().path("name").asString()).isEqualTo("Staff of " + team + ", version 1");
    }

    @Test
    void aPolicySetToWorkByARun() {
        App app = application();
        String user = person("clerk");
        advance(Duration.ofMinutes(5));
        String policy = policy(inTeam(""), "DELETE", account(app));
        List<JsonNode> trail = trail(byPolicy(user).getFirst().path("id").asString());
        assertThat(texts(trail, "kind")).containsExactly("POLICY_RUN", "POLICY_VERSION");
        assertThat(trail.getFirst().path("id").asString()).isEqualTo(newestRun(policy).path("id").asString());
        assertThat(trail.getFirst().path("within").asString()).isEqualTo(policy);
    }

    @Test
    void theGlobalPolicyAndTheUserWhoWasDisabled() {
        App app = application();
        String user = user("Ming Li");
        String account = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user))).path("account").path("id").asString();
        await(() -> assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE"));
        ok(api.post("/api/v1/users/" + user + "/disable", null));
        await(() -> assertThat(log(app)).hasSize(2));
        List<JsonNode> trail = trail(log(app).getFirst().path("id").asString());
        assertThat(texts(trail, "kind")).containsExactly("USER_CHANGE", "GLOBAL_POLICY");
        assertThat(trail.getFirst().path("name").asString()).isEqualTo("Ming Li was disabled");
        assertThat(trail.getFirst().path("within").asString()).isEqualTo(user);
    }

    @Test
    void aCorrectionLeadsOverTheFailedTaskToWhatCausedThat() {
        App app = application();
        policy(inTeam(""), "DELETE", account(app));
        app.target().answers(ScriptedTarget.refused("Names must be longer."));
        String failed = byPolicy(person("clerk")).getFirst().path("id").asString();
        awaitStatus(failed, "FAILED");
        Map<String, Object> parameters = Map.of("name", "long enough", "attributes", Map.of(), "bind", List.of(), "unbind", List.of());
        String correction = ok(modify(failed, parameters, "A longer name.")).path("id").asString();
        List<JsonNode> trail = trail(correction);
        assertThat(texts(trail, "kind")).containsExactly("USER_CHANGE", "POLICY_VERSION", "TASK");
        assertThat(trail.getLast().path("id").asString()).isEqualTo(failed);
        assertThat(trail.getLast().path("note").asString()).isEqualTo("Names must be longer.");
    }

    @Test
    void anImport() {
        App app = application();
        JsonNode batch = ok(upload(app, "userName,displayName,email\nkim,Kim,kim@example.com\n"));
        String id = batch.path("id").asString();
        awaitBatch(id, "READY");
        ok(api.post("/api/v1/batches/" + id + "/run", Map.of()));
        awaitBatch(id, "DONE");
        List<JsonNode> trail = trail(log(app).getFirst().path("id").asString());
        assertThat(texts(trail, "kind")).containsExactly("BATCH");
        assertThat(trail.getFirst().path("id").asString()).isEqualTo(id);
        assertThat(trail.getFirst().path("name").asString()).isEqualTo("people.csv");
    }

    @Test
    void somebodyWhoAskedForItAndNothingElse() {
        App app = application();
        List<JsonNode> trail = trail(create(app, "kim").task());
        assertThat(texts(trail, "kind")).containsExactly("BY_HAND");
        assertThat(trail.getFirst().path("actor").asString()).isNotEmpty();
    }

    @Test
    void aTaskNobodyKnows() {
        Answer answer = api.get("/api/v1/tasks/" + UUID.randomUUID() + "/trail");
        assertThat(answer.status()).isEqualTo(404);
    }

    private List<JsonNode> trail(String task) {
        return ok(api.get("/api/v1/tasks/" + task + "/trail")).valueStream().toList();
    }

    private static List<String> texts(List<JsonNode> steps, String member) {
        return steps.stream().map(step -> step.path(member).asString("")).toList();
    }
}
