package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** ACCESS_REQUEST: a user requests access in the portal, and it is approved. */
class AccessRequestStoryTest extends PortalStory {

    private Visitor manager;
    private Visitor ming;
    private App app;
    private String staff;

    @BeforeEach
    void somebodyWhoCanAsk() {
        manager = visitor("Ada Park");
        ming = visitor("Ming Li", manager);
        app = application();
        staff = permission(app, "staff");
        offer(app, staff);
    }

    @Test
    void theFinalApprovalCreatesTheAccountWithThePermission() {
        String request = asked(ming, permission(staff));
        assertThat(log(app)).as("submission writes no task").isEmpty();
        assertThat(ok(manager.portal().get("/api/v1/portal/approvals/count")).path("open").asInt()).isEqualTo(1);

        ok(approve(manager, request));

        List<JsonNode> log = log(app);
        assertThat(log).hasSize(1);
        JsonNode task = awaitStatus(log.getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(task.path("source").asString()).isEqualTo("ACCESS_REQUEST");
        assertThat(task.path("action").asString()).isEqualTo("CREATE");
        assertThat(task.path("initiator").path("name").asString()).as("the final approver").isEqualTo("Ada Park");
        JsonNode seen = request(request);
        assertThat(task.path("cause").path("type").asString()).isEqualTo("ACCESS_REQUEST");
        assertThat(task.path("cause").path("id").asString()).isEqualTo(request);
        assertThat(task.path("cause").path("name").asString()).isEqualTo("Request " + seen.path("number").asInt() + " by Ming Li");
        assertThat(app.target().told().getFirst().bind()).hasSize(1);
        assertThat(awaitState(request, "DONE").path("tasks").path(0).path("id").asString()).isEqualTo(task.path("id").asString());
        assertThat(texts(seen.path("events"), "kind")).containsExactly("SUBMITTED", "ASKED", "APPROVED", "TASKS_OPENED");
    }

    @Test
    void whoHasAnAccountGetsAnUpdateWithTheBinding() {
        String account = accountOf(app, ming);
        ok(approve(manager, asked(ming, permission(staff))));
        List<JsonNode> log = log(app, "ACCESS_REQUEST");
        assertThat(log).hasSize(1);
        assertThat(log.getFirst().path("action").asString()).isEqualTo("UPDATE");
        assertThat(log.getFirst().path("object").path("id").asString()).isEqualTo(account);
        awaitStatus(log.getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(accountOf(account).path("bindings").path(0).path("status").asString()).isEqualTo("HELD");
    }

    @Test
    void aDisabledAccountIsEnabledFirst() {
        String account = accountOf(app, ming);
        awaitStatus(disable(account).task(), "SUCCEEDED");
        ok(approve(manager, asked(ming, permission(staff))));
        awaitAll(log(app, "ACCESS_REQUEST"));
        assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.ENABLE, Action.UPDATE);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
    }

    private void awaitAll(List<JsonNode> tasks) {
        tasks.forEach(task -> awaitStatus(task.path("id").asString(), "SUCCEEDED"));
    }

    @Test
    void administratorsFindARequestByItsNumberAndItsNames() {
        String request = asked(ming, permission(staff));
        String number = request(request).path("number").asString();
        for (String search : List.of("q=" + number, "q=" + app.name().toLowerCase(), "userId=" + ming.id(), "applicationId=" + app.id())) {
            assertThat(texts(ok(api.get("/api/v1/access-requests?status=WAITING&" + search)).path("items"), "id")).as(search).contains(request);
        }
        assertThat(texts(ok(api.get("/api/v1/access-requests?q=" + number + "&status=APPROVED")).path("items"), "id")).doesNotContain(request);
    }

    @Test
    void peopleWhoAreInvolvedTalkAboutARequestWhileItWaits() {
        String request = asked(ming, permission(staff));
        ok(manager.portal().post("/api/v1/portal/requests/" + request + "/comments", Map.of("comment", "Until when?")));
        ok(ming.portal().post("/api/v1/portal/requests/" + request + "/comments", Map.of("comment", "For this year.")));
        assertThat(texts(ok(ming.portal().get("/api/v1/portal/requests/" + request)).path("events"), "comment"))
                .containsExactly("", "", "Until when?", "For this year.");
        ok(approve(manager, request));
        assertThat(manager.portal().post("/api/v1/portal/requests/" + request + "/comments", Map.of("comment", "Late")).status()).isEqualTo(409);
        assertThat(texts(ok(manager.portal().get("/api/v1/portal/approvals?decided=true")).path("items"), "id")).containsExactly(request);
    }

    @Test
    void aRejectedRequestWritesNoTask() {
        String request = asked(ming, permission(staff));
        Answer silent = manager.portal().post("/api/v1/portal/approvals/" + request + "/reject", Map.of());
        assertThat(silent.status()).as("a rejection says why").isEqualTo(400);
        assertThat(ok(reject(manager, request, "Not in this project")).path("state").asString()).isEqualTo("REJECTED");
        assertThat(log(app)).isEmpty();
        assertThat(accounts(app, ming)).isEmpty();
        Answer late = approve(manager, request);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.field("detail")).contains("was rejected by Ada Park already");
    }

    @Test
    void aWithdrawnRequestWritesNoTask() {
        String request = asked(ming, permission(staff));
        Visitor other = visitor("Somebody Else");
        assertThat(other.portal().post("/api/v1/portal/requests/" + request + "/withdraw", Map.of()).status()).isEqualTo(403);
        ok(ming.portal().post("/api/v1/portal/requests/" + request + "/withdraw", Map.of()));
        assertThat(approve(manager, request).status()).isEqualTo(409);
        assertThat(log(app)).isEmpty();
        assertThat(request(request).path("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void afterTheFinalApprovalNothingCanBeWithdrawn() {
        String request = asked(ming, permission(staff));
        ok(approve(manager, request));
        assertThat(ming.portal().post("/api/v1/portal/requests/" + request + "/withdraw", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whatWasDeletedMeanwhileCannotBeApprovedAndTheRefusalSaysSo() {
        String request = asked(ming, permission(staff));
        String path = "/api/v1/permissions/" + staff;
        ok204(api.ifMatch(api.get(path).header("ETag")).delete(path));
        Answer refused = approve(manager, request);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("the permission", "has been deleted since", "Reject the request.");
        ok(manager.portal().post("/api/v1/portal/approvals/" + request + "/reject", Map.of("comment", "It is gone.")));
        assertThat(log(app)).isEmpty();
    }

    @Test
    void onlyTheLastOfSeveralApprovalsCausesTasks() {
        Visitor owner = visitor("Olga Owner");
        access(app, Map.of("ownerIds", List.of(owner.id()), "steps", List.of(step("MANAGER", Map.of()), step("OWNER", Map.of()))));
        String request = asked(ming, permission(staff));
        assertThat(approve(owner, request).status()).as("not the owner's turn yet").isEqualTo(403);
        ok(approve(manager, request));
        assertThat(log(app)).isEmpty();
        assertThat(request(request).path("waitsFor").path(0).path("name").asString()).isEqualTo("Olga Owner");
        ok(approve(owner, request));
        assertThat(log(app)).hasSize(1);
        assertThat(log(app).getFirst().path("initiator").path("name").asString()).isEqualTo("Olga Owner");
    }

    @Test
    void whereAllHaveToApproveOneIsNotEnoughAndOneRejectionIs() {
        Visitor first = visitor("First Owner");
        Visitor second = visitor("Second Owner");
        access(app, Map.of("steps", List.of(step("NAMED", Map.of("named", List.of(first.id(), second.id()), "quorum", "ALL")))));
        String request = asked(ming, permission(staff));
        ok(approve(first, request));
        assertThat(approve(first, request).status()).as("twice by the same").isEqualTo(403);
        assertThat(log(app)).isEmpty();
        ok(approve(second, request));
        assertThat(log(app)).hasSize(1);

        String another = asked(visitor("Lin Wu"), account(app));
        ok(approve(first, another));
        assertThat(ok(reject(second, another, "No")).path("state").asString()).isEqualTo("REJECTED");
        assertThat(log(app)).hasSize(1);
    }

    @Test
    void theWrongPersonCannotApprove() {
        String request = asked(ming, permission(staff));
        Visitor stranger = visitor("Stranger");
        Answer refused = approve(stranger, request);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).isEqualTo("You are not asked to decide this request.");
        assertThat(stranger.portal().get("/api/v1/portal/requests/" + request).status()).as("nor see it").isEqualTo(404);
        Answer administrator = api.post("/api/v1/access-requests/" + request + "/approve", Map.of());
        assertThat(administrator.status()).isEqualTo(403);
        assertThat(administrator.field("detail")).contains("waits for Ada Park");
        assertThat(log(app)).isEmpty();
    }

    @Test
    void nobodyApprovesAnOwnRequest() {
        access(app, Map.of("ownerIds", List.of(ming.id()), "steps", List.of(step("OWNER", Map.of()))));
        String request = asked(ming, permission(staff));
        Answer refused = approve(ming, request);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).startsWith("Nobody can decide an own request");
        assertThat(request(request).path("forAdministrators").asBoolean()).as("there is nobody else").isTrue();
    }

    @Test
    void aStepWithNobodyToAskGoesToTheFallbackElseToTheAdministrators() {
        Visitor alone = visitor("No Manager");
        String request = asked(alone, permission(staff));
        assertThat(request(request).path("message").asString()).isEqualTo("Waits for an administrator.");
        assertThat(texts(ok(api.get("/api/v1/access-requests?forAdministrators=true&userId=" + alone.id())).path("items"), "id"))
                .containsExactly(request);
        JsonNode approved = ok(api.post("/api/v1/access-requests/" + request + "/approve", Map.of("comment", "Agreed by phone")));
        assertThat(approved.path("tasks").size()).isEqualTo(1);

        access(app, Map.of("steps", List.of(step("MANAGER", Map.of("fallback", List.of(manager.id()))))));
        String another = asked(visitor("No Manager Either"), permission(staff));
        ok(approve(manager, another));
    }

    @Test
    void whenTimeRunsOutTheManagersManagerIsAskedToo() {
        Visitor boss = visitor("Big Boss");
        Visitor slow = visitor("Slow Manager", boss);
        Visitor lin = visitor("Lin Wu", slow);
        String request = asked(lin, permission(staff));
        assertThat(approve(boss, request).status()).isEqualTo(403);
        advance(Duration.ofHours(73));
        await(() -> assertThat(texts(request(request).path("events"), "kind")).contains("ESCALATED"));
        aWhile();
        JsonNode seen = request(request);
        assertThat(texts(seen.path("events"), "kind")).as("once").containsExactly("SUBMITTED", "ASKED", "ESCALATED");
        assertThat(texts(seen.path("waitsFor"), "name")).containsExactlyInAnyOrder("Slow Manager", "Big Boss");
        ok(approve(again(boss), request));
        assertThat(log(app)).hasSize(1);
    }

    @Test
    void whenTimeRunsOutAndThereIsNobodyElseItFallsToTheAdministrators() {
        access(app, Map.of("steps", List.of(
                step("MANAGER", Map.of("escalateAfterHours", 2, "escalateTo", "MANAGERS_MANAGER")))));
        String request = asked(ming, permission(staff));
        advance(Duration.ofHours(2));
        await(() -> assertThat(request(request).path("forAdministrators").asBoolean()).isTrue());
        ok(api.post("/api/v1/access-requests/" + request + "/approve", Map.of()));
        assertThat(log(app)).hasSize(1);
    }

    @Test
    void nobodyWaitsForAnApproverWhoIsDisabled() {
        String request = asked(ming, permission(staff));
        ok(api.post("/api/v1/users/" + manager.id() + "/disable", null));
        JsonNode seen = request(request);
        assertThat(seen.path("forAdministrators").asBoolean()).isTrue();
        assertThat(texts(seen.path("events"), "kind")).containsExactly("SUBMITTED", "ASKED", "APPROVER_GONE", "TO_ADMINISTRATORS");
    }

    @Test
    void aRequestOfADeletedUserIsWithdrawn() {
        String request = asked(ming, permission(staff));
        String path = "/api/v1/users/" + ming.id();
        ok(api.ifMatch(api.get(path).header("ETag")).delete(path));
        assertThat(request(request).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(approve(manager, request).status()).isEqualTo(409);
        assertThat(log(app)).isEmpty();
    }

    @Test
    void whatIsHeldOrUnderWayIsRefusedWithASentence() {
        String request = asked(ming, permission(staff));
        Answer again = ask(ming, Map.of(), List.of(permission(staff)));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field("detail")).contains("is waiting for its approval already");
        ok(approve(manager, request));
        Answer held = ask(ming, Map.of(), List.of(permission(staff)));
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.field("detail")).isEqualTo("Ming Li has the permission staff in " + app.name() + " already.");
        Answer account = ask(ming, Map.of(), List.of(account(app)));
        assertThat(account.field("detail")).isEqualTo("Ming Li has an account in " + app.name() + " already.");
    }

    @Test
    void whatIsNotOfferedCannotBeAskedFor() {
        String secret = permission(app, "secret");
        assertThat(ask(ming, Map.of(), List.of(permission(secret))).field("detail")).contains("cannot be asked for");
        JsonNode catalogue = ok(ming.portal().get("/api/v1/portal/catalogue?applicationId=" + app.id()));
        assertThat(texts(catalogue.path("items"), "name")).containsExactly("", "staff");
        assertThat(texts(ok(ming.portal().get("/api/v1/portal/catalogue?q=STAF&applicationId=" + app.id())).path("items"), "name"))
                .containsExactly("staff");
        asked(ming, permission(staff));
        JsonNode after = ok(ming.portal().get("/api/v1/portal/catalogue?applicationId=" + app.id()));
        assertThat(after.path("items").path(1).path("refusal").asString()).contains("is waiting for its approval already");
    }

    @Test
    void aManagerAsksForSomebodyElseAndSomebodyElseApproves() {
        assertThat(ask(ming, Map.of("forUserId", manager.id()), List.of(permission(staff))).status()).isEqualTo(403);
        String request = askedWith(manager, Map.of("forUserId", ming.id()), permission(staff));
        assertThat(approve(manager, request).status()).as("who asks does not approve").isEqualTo(403);
        ok(api.post("/api/v1/access-requests/" + request + "/approve", Map.of()));
        assertThat(log(app).getFirst().path("user").path("id").asString()).isEqualTo(ming.id());
        assertThat(texts(ok(manager.portal().get("/api/v1/portal/team")).path("items"), "name")).containsExactly("Ming Li");
    }

    @Test
    void theEndIsKeptOnTheAccountAndThePermission() {
        String request = askedWith(ming, Map.of("durationDays", 30), permission(staff));
        advance(Duration.ofHours(1));
        Instant approvedAt = server.clock().instant();
        ok(approve(again(manager), request));
        String account = accounts(app, ming).getFirst().path("id").asString();
        assertThat(accountOf(account).path("bindings").path(0).path("endsAt").asString())
                .as("counted from the approval").isEqualTo(approvedAt.plus(Duration.ofDays(30)).toString());
        assertThat(texts(request(request).path("items"), "permissionName")).as("the account is part of it").containsExactly("", "staff");
        assertThat(ask(again(ming), Map.of("durationDays", 30, "endsAt", "2099-01-01T00:00:00Z"), List.of(account(app))).status()).isEqualTo(400);
    }

    @Test
    void withDataSynchronizationOffItTakesEffectAtOnceWithoutATask() {
        App off = application(Map.of("dataSynchronization", false));
        String members = permission(off, "members");
        offer(off, members);
        String request = asked(ming, permission(members));
        ok(approve(manager, request));
        assertThat(log(off)).isEmpty();
        JsonNode account = accounts(off, ming).getFirst();
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(accountOf(account.path("id").asString()).path("bindings").path(0).path("status").asString()).isEqualTo("HELD");
        assertThat(request(request).path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void theRequestFollowsItsTask() {
        app.target().hang();
        String request = asked(ming, account(app));
        ok(approve(manager, request));
        awaitState(request, "PROVISIONING");
        app.target().goOn();
        awaitState(request, "DONE");

        app.target().answers(ScriptedTarget.refused("No licence left."));
        String another = asked(ming, permission(staff));
        ok(approve(manager, another));
        JsonNode failed = awaitState(another, "FAILED");
        assertThat(failed.path("message").asString()).contains("Failed at " + app.name()).contains("No licence left.");
        String task = failed.path("tasks").path(0).path("id").asString();
        ok(retry(task));
        awaitState(another, "DONE");
    }

    @Test
    void thingsOfSeveralApplicationsBecomeARequestEach() {
        App other = application();
        offer(other);
        JsonNode requests = ok(ask(ming, Map.of(), List.of(permission(staff), account(other)))).path("requests");
        assertThat(texts(requests, "subjectName")).containsExactly(app.name(), other.name());
        ok(reject(manager, requests.path(1).path("id").asString(), "Not this one"));
        ok(approve(manager, requests.path(0).path("id").asString()));
        assertThat(log(app)).hasSize(1);
        assertThat(log(other)).isEmpty();
    }

    @Test
    void theUsualRuleCanBeChangedAndIsCheckedAtTheBorder() {
        Answer usual = api.get("/api/v1/approval-rule");
        assertThat(ok(usual).path("steps").path(0).path("approvers").asString()).isEqualTo("MANAGER");
        Answer none = api.ifMatch(usual.header("ETag")).put("/api/v1/approval-rule", Map.of("steps", List.of()));
        assertThat(none.field("detail")).isEqualTo("An approval has 1 to 10 steps.");
        Answer nobody = api.ifMatch(usual.header("ETag")).put("/api/v1/approval-rule", Map.of("steps", List.of(step("NAMED", Map.of()))));
        assertThat(nobody.field("detail")).isEqualTo("Name at least one user who approves.");
        assertThat(api.ifMatch("\"999\"").put("/api/v1/approval-rule", ok(usual)).status()).isEqualTo(412);
    }

    @Test
    void aPackageIsAskedForAsAWholeAndApprovedOnce() {
        App other = application();
        String members = permission(other, "members");
        String name = TestServer.unique("Newcomers");
        Map<String, Object> content = Map.of("name", name, "requestable", true, "maxDays", 90, "items", List.of(
                Map.of("applicationId", app.id(), "permissionId", staff), Map.of("applicationId", other.id(), "permissionId", members)));
        Answer made = api.post("/api/v1/packages", content);
        String id = ok(made).path("id").asString();
        assertThat(texts(ok(ming.portal().get("/api/v1/portal/packages?q=" + name)).path("items"), "name")).containsExactly(name);
        assertThat(ask(ming, Map.of(), List.of(Map.of("packageId", id))).field("detail")).contains("at most 90 days");
        String request = askedWith(ming, Map.of("durationDays", 90), Map.of("packageId", id));
        ok(approve(manager, request));
        assertThat(log(app)).hasSize(1);
        assertThat(log(other)).hasSize(1);
        awaitState(request, "DONE");
        assertThat(ask(ming, Map.of("durationDays", 5), List.of(Map.of("packageId", id))).field("detail")).contains("has everything in the package");

        Visitor lin = visitor("Lin Wu", manager);
        String late = askedWith(lin, Map.of("durationDays", 5), Map.of("packageId", id));
        Map<String, Object> inactive = new HashMap<>(content);
        inactive.put("active", false);
        ok(api.ifMatch(made.header("ETag")).put("/api/v1/packages/" + id, inactive));
        assertThat(ok(lin.portal().get("/api/v1/portal/packages?q=" + name)).path("items").isEmpty()).as("hidden").isTrue();
        assertThat(approve(manager, late).field("detail")).contains("was deactivated or deleted meanwhile");
        assertThat(log(app)).hasSize(1);
    }

    @Test
    void aPackageCanHaveApproversOfItsOwn() {
        Visitor keeper = visitor("Keeper Of Packages");
        String name = TestServer.unique("Special");
        String id = ok(api.post("/api/v1/packages", Map.of("name", name, "requestable", true,
                "items", List.of(Map.of("applicationId", app.id(), "permissionId", staff))))).path("id").asString();
        String path = "/api/v1/packages/" + id + "/approval-rule";
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("steps", List.of(step("NAMED", Map.of("named", List.of(keeper.id())))))));
        String request = asked(ming, Map.of("packageId", id));
        assertThat(approve(manager, request).status()).isEqualTo(403);
        ok(approve(keeper, request));
        assertThat(log(app)).hasSize(1);
    }
}
