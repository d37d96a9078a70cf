package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Product text, section 2, PROVISIONING_POLICY, and the words on policies. */
class ProvisioningPolicyStoryTest extends PolicyStory {

    // ── a user is created, edited, moved, enabled, and a policy now wants something different ──

    @Test
    void aUserWhoIsCreatedInScopeGetsTheAccountWithItsPermissionsInOneTaskThatNamesTheVersion() {
        App app = application();
        String group = permission(app, "staff");
        String policy = policy(draft("Staff of " + team, inTeam(""), "DELETE", account(app), grant(app, group)));
        String user = person("clerk");
        JsonNode task = byPolicy(user).getFirst();
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
        assertThat(bound(task, "bind")).containsExactly(group);
        assertThat(task.path("cause").path("type").asString()).isEqualTo("PROVISIONING_POLICY");
        assertThat(task.path("cause").path("id").asString()).isEqualTo(policy);
        assertThat(task.path("cause").path("name").asString()).isEqualTo("Staff of " + team + ", version 1");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("API_TOKEN");
        awaitSettled(user);
        assertThat(permissionsIn(app, user)).containsExactly(group);
    }

    @Test
    void aUserWhoIsEditedIntoScopeGainsAndOutOfScopeLoses() {
        App app = application();
        String group = permission(app, "buyers");
        policy(inTeam(""), "UNBIND", account(app));
        policy(inTeam(works("buyer")), "UNBIND", grant(app, group));
        String user = settledPerson("clerk");
        job(user, "buyer");
        JsonNode gained = byPolicy(user).get(1);
        assertThat(gained.path("action").asString()).isEqualTo("UPDATE");
        assertThat(bound(gained, "bind")).containsExactly(group);
        awaitSettled(user);
        job(user, "clerk");
        JsonNode lost = byPolicy(user).get(2);
        assertThat(lost.path("action").asString()).isEqualTo("UPDATE");
        assertThat(bound(lost, "unbind")).containsExactly(group);
        awaitSettled(user);
        assertThat(permissionsIn(app, user)).isEmpty();
        assertThat(accountIn(app, user).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void aMoverGainsOneLosesAnotherAndKeepsWhatAnotherPolicyOrARequestJustifies() {
        App app = application();
        String sales = permission(app, "sales");
        String engineering = permission(app, "engineering");
        String shared = permission(app, "shared");
        String requested = permission(app, "requested");
        String from = organization("Sales " + team);
        String to = organization("Engineering " + team);
        policy(inTeam("organization.name == \"Sales " + team + "\""), "DELETE", grant(app, sales), grant(app, shared), grant(app, requested));
        policy(inTeam("organization.name == \"Engineering " + team + "\""), "DELETE", grant(app, engineering), grant(app, shared));
        String user = person("mover", from);
        awaitSettled(user);
        assertThat(permissionsIn(app, user)).containsExactlyInAnyOrder(sales, shared, requested);
        request(user, app, requested);

        move(user, to);

        List<JsonNode> tasks = byPolicy(user).subList(1, byPolicy(user).size());
        assertThat(tasks.stream().flatMap(task -> bound(task, "bind").stream())).containsExactly(engineering);
        assertThat(tasks.stream().flatMap(task -> bound(task, "unbind").stream())).containsExactly(sales);
        assertThat(tasks).allSatisfy(task -> assertThat(task.path("action").asString()).isEqualTo("UPDATE"));
        awaitSettled(user);
        assertThat(permissionsIn(app, user)).containsExactlyInAnyOrder(engineering, shared, requested);
    }

    @Test
    void anEnabledUserGetsTheAccountsBackThatThePoliciesWant() {
        App app = application();
        policy(inTeam(""), "DELETE", account(app));
        String user = settledPerson("clerk");
        ok(api.post("/api/v1/users/" + user + "/disable", null));
        awaitSettled(user);
        assertThat(actionsByPolicy(user)).as("disabling a user is the global policy's").containsExactly("CREATE " + app.name());
        assertThat(accountIn(app, user).path("status").asString()).isEqualTo("DISABLED");
        ok(api.post("/api/v1/users/" + user + "/enable", null));
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name(), "ENABLE " + app.name());
        awaitSettled(user);
        assertThat(accountIn(app, user).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void aUserWhoIsEnabledBeforeTheDisablingWasSentEndsEnabled() {
        App app = application();
        policy(inTeam(""), "DELETE", account(app));
        String user = settledPerson("clerk");
        app.target().hang();
        ok(api.post("/api/v1/users/" + user + "/disable", null));
        ok(api.post("/api/v1/users/" + user + "/enable", null));
        app.target().goOn();
        awaitSettled(user);
        assertThat(accountIn(app, user).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void aUserWhoEntersAGroupIsEvaluated() {
        App app = application();
        String name = "Pilots " + team;
        policy(inTeam("\"" + name + "\" in user.groups"), "DELETE", account(app));
        String user = person("clerk");
        assertThat(byPolicy(user)).isEmpty();
        String group = ok(api.post("/api/v1/groups", Map.of("name", name))).path("id").asString();
        ok(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(user))));
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
    }

    // ── on leaving scope ──

    @Test
    void onLeavingTheAccountIsDeletedDisabledOrLeftAsThePolicySays() {
        App deleting = application();
        App disabling = application();
        App unbinding = application();
        App nothing = application();
        String kept = permission(nothing, "kept");
        String taken = permission(unbinding, "taken");
        String first = permission(disabling, "first");
        policy(inTeam(works("temp")), "DELETE", account(deleting));
        policy(inTeam(works("temp")), "DISABLE", account(disabling), grant(disabling, first));
        policy(inTeam(works("temp")), "UNBIND", account(unbinding), grant(unbinding, taken));
        policy(inTeam(works("temp")), "NOTHING", account(nothing), grant(nothing, kept));
        String user = settledPerson("temp");
        job(user, "gone");
        assertThat(actionsByPolicy(user).subList(4, actionsByPolicy(user).size())).containsExactlyInAnyOrder(
                "DELETE " + deleting.name(), "UPDATE " + disabling.name(), "DISABLE " + disabling.name(), "UPDATE " + unbinding.name());
        awaitSettled(user);
        assertThat(accountIn(deleting, user).isMissingNode()).isTrue();
        assertThat(accountIn(disabling, user).path("status").asString()).isEqualTo("DISABLED");
        assertThat(permissionsIn(disabling, user)).isEmpty();
        assertThat(accountIn(unbinding, user).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(permissionsIn(unbinding, user)).isEmpty();
        assertThat(permissionsIn(nothing, user)).containsExactly(kept);
        assertThat(policyUsers(user)).as("no reason is left").isEmpty();
    }

    @Test
    void aManualGrantWhichAPolicyCameToJustifyGoesWithThePolicysReason() {
        App app = application();
        String group = permission(app, "manual");
        policy(inTeam(works("clerk")), "UNBIND", account(app), grant(app, group));
        String user = settledPerson("other");
        Made made = made(user, app, group);
        awaitStatus(made.task(), "SUCCEEDED");
        job(user, "clerk");
        assertThat(byPolicy(user)).as("held already").isEmpty();
        job(user, "other");
        assertThat(bound(byPolicy(user).getFirst(), "unbind")).containsExactly(group);
    }

    // ── what writes nothing ──

    @Test
    void nothingIsWrittenWhenNothingDiffers() {
        App app = application();
        policy(inTeam(""), "DELETE", account(app));
        String user = settledPerson("clerk");
        change(user, body -> body.put("displayName", "Ming Li-Schmidt"));
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
    }

    @Test
    void aDisabledPolicyWritesNothing() {
        App app = application();
        Map<String, Object> draft = draft(TestServer.unique("Asleep"), inTeam(""), "DELETE", account(app));
        draft.put("enabled", false);
        String id = ok(api.post("/api/v1/policies", draft)).path("id").asString();
        String user = person("clerk");
        assertThat(byPolicy(user)).isEmpty();
        assertThat(newestRun(id).isMissingNode()).as("nobody was evaluated").isTrue();
    }

    @Test
    void withoutDataSynchronizationTheGrantTakesEffectAtOnceAndTheLogShowsNothing() {
        App app = application(Map.of("dataSynchronization", false));
        String group = permission(app, "silent");
        policy(inTeam(works("clerk")), "DELETE", account(app), grant(app, group));
        String user = person("clerk");
        assertThat(accountIn(app, user).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(permissionsIn(app, user)).containsExactly(group);
        job(user, "gone");
        assertThat(accountIn(app, user).isMissingNode()).isTrue();
        assertThat(byPolicy(user)).isEmpty();
        assertThat(log(app)).isEmpty();
    }

    @Test
    void aDisabledUserIsLeftAloneAndKeepsTheReasons() {
        App app = application();
        String policy = policy(inTeam(works("clerk")), "DELETE", account(app));
        String user = settledPerson("clerk");
        ok(api.post("/api/v1/users/" + user + "/disable", null));
        awaitSettled(user);
        job(user, "gone");
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
        assertThat(policyUsers(user)).containsExactly(UUID.fromString(policy));
        ok(api.post("/api/v1/users/" + user + "/enable", null));
        assertThat(actionsByPolicy(user)).contains("DELETE " + app.name());
    }

    @Test
    void anImportKeepsItsOwnApplicationToItself() {
        App own = application();
        App other = application();
        policy(inTeam(""), "DELETE", account(own), account(other));
        UserData data = new UserData(TestServer.unique("imported"), "Ming Li", null, null, null, null, null, null,
                Map.of("team", team, "job", "clerk"));
        String user = server.bean(Users.class).create(data, new Act(Actor.SYSTEM, UUID.fromString(own.id()))).id().toString();
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + other.name());
    }

    // ── versions ──

    @Test
    void aTaskCarriesTheVersionThatDecidedAndVersionsNeverChange() {
        App app = application();
        App more = application();
        String name = TestServer.unique("Versioned");
        Map<String, Object> first = draft(name, inTeam(""), "DELETE", account(app));
        String policy = policy(first);
        String early = person("clerk");
        Map<String, Object> second = draft(name, inTeam(""), "DISABLE", account(app), account(more));
        ok(save(policy, second));
        awaitRun(policy);
        String late = person("clerk");
        assertThat(causes(early)).containsExactly(name + ", version 1", name + ", version 2");
        assertThat(causes(late)).containsExactly(name + ", version 2", name + ", version 2");
        JsonNode versions = ok(api.get("/api/v1/policies/" + policy + "/versions")).path("items");
        assertThat(versions.valueStream().map(one -> one.path("number").asInt())).containsExactly(2, 1);
        assertThat(texts(versions.path(0).path("changes"), "field")).containsExactly("onLeaving", "grants");
        assertThat(versions.path(0).path("changes").path(1).path("after").asString()).isEqualTo(more.name());
        JsonNode kept = ok(api.get("/api/v1/policies/" + policy + "/versions/1"));
        assertThat(kept.path("content").path("onLeaving").asString()).isEqualTo("DELETE");
        assertThat(kept.path("content").path("grants").size()).isEqualTo(1);
        assertThat(kept.path("changes").isEmpty()).isTrue();
        assertThat(reasonVersion(early, app)).isEqualTo(1);
    }

    @Test
    void fromThePolicyOneFindsItsTasksAndFromTheTaskThePolicyEvenWhenItIsDeleted() {
        App app = application();
        String policy = policy(inTeam(""), "NOTHING", account(app));
        String user = settledPerson("clerk");
        JsonNode found = ok(api.get("/api/v1/tasks?cause=" + policy)).path("items");
        assertThat(found.valueStream().map(task -> task.path("user").path("id").asString())).contains(user);
        String path = "/api/v1/policies/" + policy;
        assertThat(api.ifMatch(api.get(path).header("ETag")).delete(path).status()).isEqualTo(204);
        assertThat(policyOf(found.path(0).path("cause").path("id").asString()).path("deletedAt").asString()).isNotEmpty();
        assertThat(ok(api.get("/api/v1/policies?q=" + policyOf(policy).path("name").asString())).path("items").isEmpty()).isTrue();
    }

    @Test
    void savingTheSameAgainMakesNoVersionAndNoRun() {
        App app = application();
        Map<String, Object> draft = draft(TestServer.unique("Same"), inTeam(""), "DELETE", account(app));
        String policy = policy(draft);
        String run = newestRun(policy).path("id").asString();
        assertThat(ok(save(policy, draft)).path("number").asInt()).isEqualTo(1);
        assertThat(newestRun(policy).path("id").asString()).isEqualTo(run);
    }

    // ── runs over everybody ──

    @Test
    void savingEnablingDisablingAndDeletingEvaluateEverybodyInTheNameOfTheAdministrator() {
        App app = application();
        String user = person("clerk");
        String disabled = person("clerk");
        ok(api.post("/api/v1/users/" + disabled + "/disable", null));
        String policy = policy(inTeam(""), "DELETE", account(app));
        JsonNode run = newestRun(policy);
        assertThat(run.path("reason").asString()).isEqualTo("SAVED");
        assertThat(run.path("gained").asInt()).isEqualTo(1);
        assertThat(run.path("tasks").asInt()).isEqualTo(1);
        assertThat(run.path("lookedAt").asInt()).isGreaterThan(0);
        assertThat(byPolicy(user).getFirst().path("initiator").path("name").asString()).isEqualTo(run.path("initiator").asString());
        assertThat(byPolicy(disabled)).isEmpty();
        awaitSettled(user);
        ok(api.post("/api/v1/policies/" + policy + "/disable", null));
        assertThat(awaitRun(policy).path("lost").asInt()).isEqualTo(1);
        awaitSettled(user);
        assertThat(accountIn(app, user).isMissingNode()).isTrue();
        ok(api.post("/api/v1/policies/" + policy + "/enable", null));
        assertThat(awaitRun(policy).path("gained").asInt()).isEqualTo(1);
        awaitSettled(user);
        String path = "/api/v1/policies/" + policy;
        api.ifMatch(api.get(path).header("ETag")).delete(path);
        assertThat(awaitRun(policy).path("reason").asString()).isEqualTo("DELETED");
        awaitSettled(user);
        assertThat(accountIn(app, user).isMissingNode()).isTrue();
    }

    @Test
    void aRunWhoseServerWasKilledIsFinishedByAnother() {
        App app = application();
        Map<String, Object> draft = draft(TestServer.unique("Orphaned"), inTeam(""), "DELETE", account(app));
        draft.put("enabled", false);
        String policy = ok(api.post("/api/v1/policies", draft)).path("id").asString();
        String user = person("clerk");
        // As a server leaves it that is killed right after the commit: enabled, a run that nobody holds any more.
        server.database().jdbc().sql("update policy set enabled = true where id = :id").param("id", UUID.fromString(policy)).update();
        server.database().jdbc().sql("""
                insert into policy_run (id, policy_id, policy_number, reason, status, total, initiator_kind, initiator_name, lease_holder,
                    lease_until, created_at)
                values (:run, :policy, 1, 'ENABLED', 'RUNNING', 1, 'SYSTEM', 'Syncline', :dead, :past, :past)""")
                .param("run", UUID.randomUUID())
                .param("policy", UUID.fromString(policy))
                .param("dead", UUID.randomUUID())
                .param("past", Timestamp.from(server.clock().instant().minusSeconds(1)))
                .update();
        assertThat(awaitRun(policy).path("gained").asInt()).isEqualTo(1);
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
    }

    @Test
    void aRunThatHasEndedCannotBeCancelledAndSaysSo() {
        App app = application();
        String policy = policy(inTeam(""), "DELETE", account(app));
        Answer refused = api.post("/api/v1/policy-runs/" + newestRun(policy).path("id").asString() + "/cancel", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("ended already");
        ok(api.post("/api/v1/policies/" + policy + "/runs", null));
        assertThat(awaitRun(policy).path("reason").asString()).isEqualTo("BY_HAND");
    }

    @Test
    void aRenamedOrganizationHasThePoliciesThatAskForItEvaluated() {
        App app = application();
        String organization = organization("Before " + team);
        policy(inTeam("organization.name == \"After " + team + "\""), "DELETE", account(app));
        String user = person("clerk", organization);
        assertThat(byPolicy(user)).isEmpty();
        String path = "/api/v1/organizations/" + organization;
        Answer read = api.get(path);
        ok(api.ifMatch(read.header("ETag")).put(path, Map.of("code", read.json().path("code").asString(), "name", "After " + team)));
        await(() -> assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name()));
    }

    // ── what cannot be done ──

    @Test
    void whatWasRefusedIsShownAndTriedAgainUntilItCanBeDone() {
        App app = application();
        String policy = policy(inTeam(works("clerk")), "DELETE", account(app));
        String user = settledPerson("other");
        String taken = create(app, ok(api.get("/api/v1/users/" + user)).path("userName").asString()).account();
        awaitSettledAccount(app);
        job(user, "clerk");
        JsonNode problem = ok(api.get("/api/v1/policies/" + policy + "/problems")).path("items").path(0);
        assertThat(problem.path("userId").asString()).isEqualTo(user);
        assertThat(problem.path("message").asString()).contains("already has an account called");
        assertThat(byPolicy(user)).isEmpty();
        Made deletion = delete(taken);
        awaitStatus(deletion.task(), "SUCCEEDED");
        advance(Duration.ofMinutes(2));
        await(() -> assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name()));
        await(() -> assertThat(ok(api.get("/api/v1/policies/" + policy + "/problems")).path("items").isEmpty()).isTrue());
    }

    @Test
    void whoComesBackWhileTheAccountIsBeingDeletedGetsANewOneAfterwards() {
        App app = application();
        policy(inTeam(works("clerk")), "DELETE", account(app));
        String user = settledPerson("clerk");
        app.target().hang();
        job(user, "gone");
        job(user, "clerk");
        app.target().goOn();
        awaitSettled(user);
        advance(Duration.ofMinutes(2));
        await(() -> assertThat(actionsByPolicy(user))
                .containsExactly("CREATE " + app.name(), "DELETE " + app.name(), "CREATE " + app.name()));
    }

    @Test
    void aPolicyThatCannotWorkIsRefusedWithTheFieldAndThePlace() {
        App app = application();
        Answer refused = api.post("/api/v1/policies", draft(TestServer.unique("Bad"), "user.userName ==", "DELETE", account(app)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString()).isEqualTo("condition");
        assertThat(refused.json().path("detail").asString()).contains("line 1, column");
        Answer nobody = api.post("/api/v1/policies", draft(TestServer.unique("Bad"), "\"everybody\"", "DELETE", account(app)));
        assertThat(nobody.json().path("detail").asString()).contains("neither true nor false");
        Answer both = api.post("/api/v1/policies", draft(TestServer.unique("Bad"), "true", "DELETE", Map.of()));
        assertThat(both.json().path("detail").asString()).contains("either a package or something of an application");
        Map<String, Object> draft = draft(TestServer.unique("Twice"), inTeam(""), "DELETE", account(app));
        policy(draft);
        assertThat(api.post("/api/v1/policies", draft).status()).isEqualTo(409);
    }

    private List<String> causes(String user) {
        return byPolicy(user).stream().map(task -> task.path("cause").path("name").asString()).toList();
    }

    private void request(String user, App app, String permission) {
        server.bean(TransactionTemplate.class).executeWithoutResult(_ -> server.bean(Entitlements.class).grant(List.of(new Entitlement(
                UUID.fromString(user), UUID.fromString(app.id()), UUID.fromString(permission), Reason.REQUEST, UUID.randomUUID(), null, null))));
    }

    /** Policies that are the reason of something the user has. */
    private List<UUID> policyUsers(String user) {
        return server.bean(Entitlements.class).of(List.of(UUID.fromString(user))).getOrDefault(UUID.fromString(user), List.of()).stream()
                .filter(one -> one.reason() == Reason.POLICY).map(Entitlement::reasonId).toList();
    }

    private int reasonVersion(String user, App app) {
        return server.bean(Entitlements.class).of(List.of(UUID.fromString(user))).get(UUID.fromString(user)).stream()
                .filter(one -> one.applicationId().toString().equals(app.id())).findFirst().orElseThrow().reasonVersion();
    }

    private Made made(String user, App app, String permission) {
        JsonNode body = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user, "permissionIds", List.of(permission))));
        return new Made(body.path("account").path("id").asString(), body.path("taskId").asString());
    }

    private void awaitSettledAccount(App app) {
        await(() -> assertThat(log(app)).allSatisfy(task -> assertThat(task.path("status").asString()).isEqualTo("SUCCEEDED")));
    }
}
