package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Colleagues;
import dev.syncline.fixtures.Colleagues.Colleague;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a rule asks for it, an act needs a second person: it becomes a proposal, and is done when another one has approved it. */
class FourEyesStoryTest extends GovernanceStory {

    private static final String PROPOSALS = "/api/v1/proposals";

    private final Colleagues colleagues = new Colleagues(server);

    @Test
    @DisplayName("Confirming a deletion waits for another person, who is not the proposer; then it is done, and the log says by whom")
    void confirmingADeletion() {
        App app = application(ONE_ATTEMPT);
        rule(app, Map.of("confirmDeletions", true));
        Made deletion = failedDeletion(app);
        Answer proposed = confirm(deletion.task(), "Deleted by hand");
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(202);
        assertThat(proposed.json().path("status").asString()).isEqualTo("FAILED");
        assertThat(isGone(deletion.account())).isFalse();
        String proposal = proposed.header("Location").substring(PROPOSALS.length() + 1);
        assertThat(confirm(deletion.task(), "Again").status()).as("it is proposed already").isEqualTo(409);

        Answer own = api.post(PROPOSALS + "/" + proposal + "/approve", null);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.field("detail")).startsWith("Nobody decides over what they proposed themselves.");
        String ownToken = api.post("/api/v1/tokens", Map.of("name", "another hand")).field("token");
        assertThat(server.anonymous().bearer(ownToken).post(PROPOSALS + "/" + proposal + "/approve", null).status())
                .as("another token of the same person").isEqualTo(403);
        assertThat(colleagues.with(Role.VIEWER).api().post(PROPOSALS + "/" + proposal + "/approve", null).status()).isEqualTo(403);
        assertThat(colleagues.owning(application().id()).api().get(PROPOSALS + "/" + proposal).status()).as("an owner of another application").isEqualTo(404);

        ApiClient second = colleagues.with(Role.OPERATOR).api();
        assertThat(ok(second.get(PROPOSALS + "?status=OPEN")).path("items").valueStream()
                .filter(one -> one.path("id").asString().equals(proposal)).findFirst().orElseThrow().path("mayDecide").asBoolean()).isTrue();
        assertThat(ok(second.post(PROPOSALS + "/" + proposal + "/approve", Map.of("reason", "Looked in the target"))).path("status").asString()).isEqualTo("APPROVED");
        JsonNode task = task(deletion.task());
        assertThat(task.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(isGone(deletion.account())).isTrue();
        JsonNode confirmed = step(task, "CONFIRMED");
        assertThat(confirmed.at("/detail/approvedBy").asString()).isEqualTo("of a colleague");
        assertThat(step(task, "PROPOSED").path("message").asString()).isEqualTo("Deleted by hand");
        assertThat(second.post(PROPOSALS + "/" + proposal + "/approve", null).status()).as("twice").isEqualTo(409);
    }

    @Test
    @DisplayName("What is declined is not done, and can be proposed again; so can what was withdrawn or has expired")
    void declinedWithdrawnExpired() {
        App app = application(ONE_ATTEMPT);
        rule(app, Map.of("confirmDeletions", true));
        Made deletion = failedDeletion(app);
        ApiClient second = colleagues.with(Role.OPERATOR).api();

        String declined = proposed(deletion);
        assertThat(second.post(PROPOSALS + "/" + declined + "/decline", Map.of()).status()).as("without a reason").isEqualTo(400);
        assertThat(ok(second.post(PROPOSALS + "/" + declined + "/decline", Map.of("reason", "It is still there"))).path("decision").asString())
                .isEqualTo("It is still there");
        assertThat(status(deletion.task())).isEqualTo("FAILED");
        assertThat(step(task(deletion.task()), "DECLINED").path("message").asString()).isEqualTo("It is still there");

        String withdrawn = proposed(deletion);
        assertThat(second.post(PROPOSALS + "/" + withdrawn + "/withdraw", null).status()).isEqualTo(403);
        assertThat(ok(api.post(PROPOSALS + "/" + withdrawn + "/withdraw", null)).path("status").asString()).isEqualTo("WITHDRAWN");

        String expired = proposed(deletion);
        advance(Duration.ofDays(7));
        assertThat(second.post(PROPOSALS + "/" + expired + "/approve", null).status()).isEqualTo(409);
        assertThat(ok(api.get(PROPOSALS + "/" + proposed(deletion))).path("status").asString()).isEqualTo("OPEN");
        assertThat(ok(api.get(PROPOSALS + "/" + expired)).path("status").asString()).isEqualTo("EXPIRED");
    }

    @Test
    @DisplayName("Who proposed it must still be there and have the right when it is approved: else it ends with a sentence, and nothing is done")
    void theProposerHasLostTheRight() {
        App app = application(ONE_ATTEMPT);
        rule(app, Map.of("confirmDeletions", true));
        ApiClient second = colleagues.with(Role.OPERATOR).api();

        Colleague demoted = colleagues.with(Role.OPERATOR);
        String first = proposed(failedDeletion(app), demoted.api());
        administrator(demoted, Map.of("roles", List.of(Role.VIEWER)));
        lapses(first, second);

        Colleague disabled = colleagues.with(Role.OPERATOR);
        Made deletion = failedDeletion(app);
        String other = proposed(deletion, disabled.api());
        administrator(disabled, Map.of("disabled", true));
        lapses(other, second);
        assertThat(isGone(deletion.account())).isFalse();
        assertThat(step(task(deletion.task()), "DECLINED").path("message").asString()).contains("may no longer do this");
        assertThat(ok(api.get(PROPOSALS + "/" + proposed(deletion))).path("status").asString()).as("by somebody else").isEqualTo("OPEN");

        Colleague owner = colleagues.owning(app.id());
        String owners = proposed(failedDeletion(app), owner.api());
        server.database().jdbc().sql("delete from application_owner where application_id = :id").param("id", UUID.fromString(app.id())).update();
        lapses(owners, second);

        JsonNode token = ok(api.post("/api/v1/tokens", Map.of("name", "a hand", "rights", List.of("SEE_TASKS", "CONFIRM", "CONFIRM_DELETIONS"))));
        ApiClient hand = server.anonymous().bearer(token.path("token").asString());
        String revoked = proposed(failedDeletion(app), hand);
        assertThat(api.delete("/api/v1/tokens/" + token.path("id").asString()).status()).isEqualTo(204);
        lapses(revoked, second);
    }

    @Test
    @DisplayName("A bulk repair of more tasks than the rule allows waits for another person; one within it does not, and deletions in it do")
    void bulkRepair() {
        App app = application(ONE_ATTEMPT);
        rule(app, Map.of("bulkRepairOver", 1, "confirmDeletions", true));
        List<String> failed = IntStream.range(0, 2).mapToObj(_ -> failedCreation(app)).toList();

        JsonNode one = planned("CANCEL", failed.subList(0, 1));
        assertThat(ok(api.post(run(one), Map.of("reason", "Not needed"))).path("status").asString()).isNotEqualTo("PLANNED");

        JsonNode two = planned("CANCEL", List.of(failed.get(1), failedCreation(app)));
        assertThat(ok(api.post(run(two), Map.of("reason", "Not needed"))).path("status").asString()).isEqualTo("PLANNED");
        assertThat(status(failed.get(1))).isEqualTo("FAILED");
        ApiClient second = colleagues.with(Role.OPERATOR).api();
        ok(second.post(PROPOSALS + "/" + about(two) + "/approve", null));
        awaitStatus(failed.get(1), "CANCELLED");
        JsonNode repair = ok(api.get("/api/v1/repairs/" + two.path("id").asString()));
        assertThat(repair.path("approvedBy").asString()).isEqualTo("of a colleague");
        assertThat(step(task(failed.get(1)), "CANCELLED").at("/detail/approvedBy").asString()).isEqualTo("of a colleague");

        JsonNode deleting = planned("CONFIRM", List.of(failedDeletion(app).task()));
        assertThat(ok(api.post(run(deleting), Map.of("reason", "By hand", "deletions", 1))).path("status").asString()).isEqualTo("PLANNED");
    }

    @Test
    @DisplayName("What a safety stop holds is released by two")
    void heldDeletions() {
        App app = application(Map.of("dataSynchronization", false));
        rule(app, Map.of("releaseHeld", true));
        IntStream.range(0, 2).forEach(i -> ok(api.post("/api/v1/accounts/sign-ins", Map.of("applicationId", app.id(),
                "signIns", List.of(Map.of("accountId", create(app, "idle" + i).account(), "at", server.clock().instant().minus(Duration.ofDays(100)).toString()))))));
        String policy = policy(app, Map.of("kind", "DORMANT", "days", 90, "readTarget", false), "DELETE", Map.of("limits", Map.of("accounts", 1)));
        JsonNode held = run(POLICIES, policy);
        assertThat(held.path("status").asString()).as(held.toString()).isEqualTo("HELD");
        String path = POLICIES.runs() + "/" + held.path("id").asString();
        Answer proposed = api.post(path + "/release", null);
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(proposed.field("status")).isEqualTo("HELD");
        ApiClient second = colleagues.with(Role.POLICY_ADMINISTRATOR).api();
        JsonNode waits = waiting(second, held);
        assertThat(waits.path("kind").asString()).isEqualTo("RELEASE_HELD");
        assertThat(waits.path("mayDecide").asBoolean()).isTrue();
        assertThat(waiting(api, held).path("mayDecide").asBoolean()).as("the own").isFalse();
        assertThat(ok(colleagues.with(Role.OPERATOR).api().get(PROPOSALS + "?status=OPEN&limit=200")).toString()).as("cannot release")
                .doesNotContain(held.path("id").asString());
        ok(second.post(PROPOSALS + "/" + waits.path("id").asString() + "/approve", null));
        await(() -> assertThat(ok(api.get(path)).path("status").asString()).isEqualTo("DONE"));
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).isEmpty();
    }

    private void rule(App app, Map<String, Object> wanted) {
        Map<String, Object> body = new HashMap<>(Map.of("confirmDeletions", false, "releaseHeld", false));
        body.putAll(wanted);
        String path = "/api/v1/applications/" + app.id() + "/four-eyes";
        assertThat(ok(api.get(path)).path("own").asBoolean()).isFalse();
        ok(api.ifMatch("\"0\"").put(path, body));
    }

    private Made failedDeletion(App app) {
        String account = account(app, TestServer.unique("leaver"));
        app.target().answers(ScriptedTarget.refused("Not allowed."));
        Made deletion = delete(account);
        awaitStatus(deletion.task(), "FAILED");
        return new Made(account, deletion.task());
    }

    private String failedCreation(App app) {
        app.target().answers(ScriptedTarget.refused("Not wanted."));
        String task = create(app, TestServer.unique("unwanted")).task();
        awaitStatus(task, "FAILED");
        return task;
    }

    private void lapses(String proposal, ApiClient second) {
        Answer refused = second.post(PROPOSALS + "/" + proposal + "/approve", null);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("may no longer do this");
        JsonNode lapsed = ok(second.get(PROPOSALS + "/" + proposal));
        assertThat(lapsed.path("status").asString()).isEqualTo("LAPSED");
        assertThat(lapsed.path("decision").asString()).contains("may no longer do this");
        assertThat(lapsed.path("mayDecide").asBoolean()).isFalse();
    }

    private void administrator(Colleague colleague, Map<String, Object> changed) {
        String path = "/api/v1/administrators/" + colleague.id();
        Answer before = api.get(path);
        Map<String, Object> body = new HashMap<>(Map.of("userName", colleague.userName(), "displayName", colleague.userName(),
                "roles", List.of(Role.OPERATOR)));
        body.putAll(changed);
        ok(api.ifMatch(before.header("ETag")).put(path, body));
    }

    private String proposed(Made deletion) {
        return proposed(deletion, api);
    }

    private String proposed(Made deletion, ApiClient by) {
        Answer answer = by.post("/api/v1/tasks/" + deletion.task() + "/confirm", Map.of("reason", "Deleted by hand"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.header("Location").substring(PROPOSALS.length() + 1);
    }

    private JsonNode planned(String action, List<String> tasks) {
        String id = ok(api.post("/api/v1/repairs", Map.of("action", action, "taskIds", tasks))).path("id").asString();
        await(() -> assertThat(ok(api.get("/api/v1/repairs/" + id)).path("status").asString()).isEqualTo("PLANNED"));
        return ok(api.get("/api/v1/repairs/" + id));
    }

    private static String run(JsonNode plan) {
        return "/api/v1/repairs/" + plan.path("id").asString() + "/run";
    }

    /** The open proposal about this. */
    private String about(JsonNode subject) {
        return waiting(api, subject).path("id").asString();
    }

    /** As it stands among what somebody sees waiting. */
    private JsonNode waiting(ApiClient reader, JsonNode subject) {
        return ok(reader.get(PROPOSALS + "?status=OPEN&limit=200")).path("items").valueStream()
                .filter(one -> one.path("subjectId").asString().equals(subject.path("id").asString())).findFirst().orElseThrow();
    }

    private static JsonNode step(JsonNode task, String event) {
        return task.path("log").valueStream().filter(one -> one.path("event").asString().equals(event)).findFirst().orElseThrow();
    }
}
