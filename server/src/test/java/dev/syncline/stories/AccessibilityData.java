package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.delivery.Receiver;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Colleagues;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Role;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What the demo lacks, so that every kind of page has something to show and every dialog something to ask. */
final class AccessibilityData {

    private static final String PASSWORD = "quite a good password";
    private static final String WEBHOOK_KEY = "whsec_" + Base64.getEncoder().encodeToString("twenty-four bytes at all".getBytes());

    private final TestServer server;
    private final ApiClient api;
    private final Receiver receiver;
    private final ScriptedTarget target = new ScriptedTarget(TestServer.unique("Company mail"));
    private final Map<String, String> ids = new LinkedHashMap<>();

    private String application;
    private String staff;
    private String wiki;

    AccessibilityData(TestServer server, Receiver receiver) {
        this.server = server;
        this.api = server.api();
        this.receiver = receiver;
    }

    /** @return ids of what was made, by the names the script knows them by */
    Map<String, String> prepare() {
        application = id("/api/v1/applications", Map.of("name", "Company mail", "connector", "memory", "settings", Map.of("name", target.name()),
                "changeTracking", true, "retry", Map.of("maxAttempts", 1), "mappings", LifecycleStory.mappings("mail", "user.email", "cn", "user.displayName")));
        staff = permission("staff");
        wiki = permission("wiki");
        ids.put("APPLICATION", application);
        peopleOfThePortal();
        failures();
        repairs();
        aProposal();
        groups();
        notifications();
        aRunThatIsHeld();
        aReading();
        retention();
        id("/api/v1/tokens", Map.of("name", "Payroll"));
        return ids;
    }

    private void peopleOfThePortal() {
        String path = "/api/v1/applications/" + application + "/access";
        Story.ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("ownerIds", List.of(), "accountRequestable", true,
                "requestablePermissionIds", List.of(staff, wiki), "lastPermission", "DELETE", "accountEnd", "DISABLE")));
        String ada = user("ada.boss", "Ada Boss", null);
        String ming = user("ming.portal", "Ming Li", ada);
        String kim = user("kim.portal", "Kim Park", ming);
        String account = account(ming, "ming.portal", List.of());
        Story.ok(api.post("/api/v1/accounts/" + account + "/bindings", Map.of("bind", List.of(
                Map.of("permissionId", staff, "endsAt", server.clock().instant().plus(Duration.ofDays(2)).toString())))));
        settle(account);
        ids.put("REQUEST", ask(signedIn(ming, "ming.portal"), wiki));
        ids.put("APPROVAL", ask(signedIn(kim, "kim.portal"), staff));
        ids.put("DETAILS", Story.ok(api.get("/api/v1/tasks?account=" + account + "&action=UPDATE")).path("items").path(0).path("id").asString());
        ids.put("PORTAL_USER", "ming.portal");
        ids.put("PORTAL_PASSWORD", PASSWORD);
    }

    private void failures() {
        String account = account(user("noor.left", "Noor Haddad", null), "noor.left", List.of(staff));
        target.answers(ScriptedTarget.refused("The mailbox is under a legal hold."));
        String path = "/api/v1/accounts/" + account;
        ids.put("DELETION", failed(api.ifMatch(api.get(path).header("ETag")).delete(path)));
        target.answers(ScriptedTarget.refused("Names must not begin with x."));
        ids.put("CREATION", failed(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", "x-noor",
                "attributes", Map.of("mail", List.of("x@example.com", "noor@example.com"), "cn", "Noor"), "permissionIds", List.of(staff)))));
    }

    /** Somebody else wants to confirm the failed deletion, which needs a second person. */
    private void aProposal() {
        Story.ok(api.ifMatch("\"0\"").put("/api/v1/applications/" + application + "/four-eyes",
                Map.of("confirmDeletions", true, "releaseHeld", false)));
        Answer proposed = new Colleagues(server).with(Role.OPERATOR).api()
                .post("/api/v1/tasks/" + ids.get("DELETION") + "/confirm", Map.of("reason", "Deleted by hand"));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(202);
    }

    private void repairs() {
        String plan = repair(Map.of("action", "CONFIRM", "taskIds", List.of(ids.get("DELETION"), ids.get("CREATION"))));
        ids.put("PLAN", plan);
        target.answers(ScriptedTarget.refused("Names must not begin with x."));
        String second = failed(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", "x-kim")));
        target.answers(ScriptedTarget.refused("Names must not begin with x."));
        String third = failed(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", "x-olga")));
        String paused = repair(Map.of("action", "RETRY", "taskIds", List.of(second, third)));
        Story.ok(api.post("/api/v1/repairs/" + paused + "/run", Map.of("perMinute", 1)));
        Story.ok(api.post("/api/v1/repairs/" + paused + "/pause", null));
        ids.put("PAUSED", paused);
    }

    private void groups() {
        String group = id("/api/v1/groups", Map.of("name", "Night shift", "description", "Who works at night"));
        Story.ok(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(user("anna.night", "Anna Berg", null)))));
        ids.put("GROUP", group);
    }

    private void notifications() {
        String channel = id("/api/v1/notifications/channels", Map.of("name", "Operations", "kind", "WEBHOOK",
                "settings", Map.of("url", receiver.url()), "secrets", Map.of("signingSecret", WEBHOOK_KEY)));
        ids.put("CHANNEL", channel);
        Story.ok(api.post("/api/v1/notifications/channels/" + channel + "/test", null));
        ids.put("RULE", id("/api/v1/notifications/rules", Map.of("name", "Failures nobody has seen to",
                "condition", Map.of("kind", "HELD", "minutes", 0, "which", "ALL"), "channelIds", List.of(channel), "severity", "CRITICAL")));
    }

    /** Periods, a hold that stands and one that was lifted, and somebody who was erased. */
    private void retention() {
        Story.ok(api.put("/api/v1/retention/periods", Map.of("payloadDays", 3650)));
        Story.ok(api.put("/api/v1/applications/" + application + "/retention-periods", Map.of("payloadDays", 3650, "auditDays", 7300)));
        String holds = "/api/v1/retention/holds";
        String lifted = id(holds, Map.of("subjectType", "TASK", "subjectId", ids.get("DELETION"), "reason", "Case 4710"));
        Story.ok(api.post(holds + "/" + lifted + "/lift", Map.of("reason", "The case is closed")));
        id(holds, Map.of("subjectType", "APPLICATION", "subjectId", application, "reason", "Case 4711"));
        UUID gone = UUID.randomUUID();
        new TaskSeed(server).user(gone, "Gone Person").object("gone.person").insert();
        Story.ok(api.post("/api/v1/retention/erasures", Map.of("userId", gone, "reason", "Asked for by the person", "confirmation", "Gone Person")));
    }

    private void aReading() {
        MemoryConnectorType.listing(target.name(), () -> List.of(
                ReconciliationStory.there("r-1", "backup-service", Map.of("mail", "backup@example.com")),
                ReconciliationStory.there("r-2", "stranger", Map.of("mail", "stranger@example.com"))));
        String run = id("/api/v1/applications/" + application + "/reconciliations", Map.of());
        await("/api/v1/reconciliations/" + run, "DONE");
        ids.put("RECONCILIATION", run);
    }

    private void aRunThatIsHeld() {
        String twice = user("olga.twice", "Olga Maier", null);
        account(twice, "olga.first", List.of());
        server.clock().advance(Duration.ofSeconds(1));
        account(twice, "olga.second", List.of());
        String policy = id("/api/v1/account-policies", Map.of("applicationId", application, "name", "One mailbox is enough",
                "definition", Map.of("kind", "DUPLICATE", "keep", "OLDEST"), "action", "DISABLE", "limits", Map.of("accounts", 0),
                "schedule", Map.of("every", "WEEKLY", "day", "SUNDAY", "at", "03:00", "zone", "UTC")));
        String run = id("/api/v1/account-policies/" + policy + "/runs", Map.of("dryRun", false));
        await("/api/v1/account-policies/runs/" + run, "HELD");
        ids.put("POLICY_HELD", policy);
        ids.put("RUN_HELD", run);
    }

    private String permission(String name) {
        return id("/api/v1/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", name, "value", "cn=" + name));
    }

    private String user(String userName, String displayName, String manager) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("userName", userName, "displayName", displayName, "email", userName + "@example.com"));
        body.put("managerId", manager);
        return id("/api/v1/users", body);
    }

    private String account(String user, String name, List<String> permissions) {
        String account = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "userId", user, "name", name,
                "permissionIds", permissions))).path("account").path("id").asString();
        settle(account);
        return account;
    }

    private void settle(String account) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                Story.ok(api.get("/api/v1/accounts/" + account)).path("openTaskId").asString("").isEmpty());
    }

    private String failed(Answer asked) {
        String task = Story.ok(asked).path("taskId").asString();
        await("/api/v1/tasks/" + task, "FAILED");
        return task;
    }

    private String repair(Map<String, Object> body) {
        String repair = id("/api/v1/repairs", body);
        await("/api/v1/repairs/" + repair, "PLANNED");
        return repair;
    }

    private String ask(ApiClient portal, String permission) {
        return Story.ok(portal.post("/api/v1/portal/requests", Map.of("items", List.of(Map.of("permissionId", permission)),
                "reason", "For the new project", "durationDays", 30))).path("requests").path(0).path("id").asString();
    }

    private ApiClient signedIn(String user, String userName) {
        String oneTime = Story.ok(api.post("/api/v1/users/" + user + "/portal-invitation", null)).path("oneTimePassword").asString();
        Answer session = server.anonymous().post("/api/v1/session", Map.of("userName", userName, "password", oneTime));
        Answer changed = browser(session).post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", PASSWORD));
        Story.ok(changed);
        return browser(changed);
    }

    private ApiClient browser(Answer signedIn) {
        return server.anonymous().with("Cookie", signedIn.header("Set-Cookie").split(";")[0]).with("X-Syncline", "1");
    }

    private void await(String path, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Story.ok(api.get(path)).path("status").asString()).isEqualTo(status));
    }

    private String id(String path, Map<String, ?> body) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }
}
