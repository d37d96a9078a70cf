package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words for stories in which users of the platform use the portal. */
abstract class PortalStory extends Story {

    static final String OWN_PASSWORD = "quite a good password";

    /**
     * A user who is signed in to the portal.
     *
     * @param portal the user's browser
     */
    record Visitor(String id, String userName, String name, ApiClient portal) {}

    Visitor visitor(String displayName) {
        return visitor(displayName, null);
    }

    /** @param manager null for none */
    Visitor visitor(String displayName, Visitor manager) {
        String userName = TestServer.unique("user");
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("userName", userName, "displayName", displayName, "email", userName + "@example.com"));
        if (manager != null) {
            body.put("managerId", manager.id());
        }
        String id = ok(api.post("/api/v1/users", body)).path("id").asString();
        return new Visitor(id, userName, displayName, signedIn(id, userName));
    }

    /** Invites the user, who changes the one-time password. */
    ApiClient signedIn(String userId, String userName) {
        String oneTime = ok(api.post("/api/v1/users/" + userId + "/portal-invitation", null)).path("oneTimePassword").asString();
        ApiClient browser = browser(signIn(userName, oneTime));
        return changed(browser, oneTime);
    }

    /** The cookie changes with the password. */
    ApiClient changed(ApiClient browser, String oneTime) {
        Answer changed = browser.post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", OWN_PASSWORD));
        ok204(changed);
        return withCookie(changed);
    }

    /** Sessions end when the clock is moved far: signs in again. */
    Visitor again(Visitor visitor) {
        return new Visitor(visitor.id(), visitor.userName(), visitor.name(), browser(signIn(visitor.userName(), OWN_PASSWORD)));
    }

    Answer signIn(String userName, String password) {
        return server.anonymous().post("/api/v1/session", Map.of("userName", userName, "password", password));
    }

    ApiClient browser(Answer signedIn) {
        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
        return withCookie(signedIn);
    }

    private ApiClient withCookie(Answer signedIn) {
        return server.anonymous().with("Cookie", signedIn.header("Set-Cookie").split(";")[0]).with("X-Syncline", "1");
    }

    static void ok204(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    /** Changes some of what an administrator sets about access to an application. */
    JsonNode access(App app, Map<String, Object> changes) {
        String path = "/api/v1/applications/" + app.id() + "/access";
        Answer present = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        JsonNode now = ok(present);
        for (String member : List.of("ownerIds", "accountRequestable", "requestablePermissionIds", "steps", "lastPermission", "accountEnd")) {
            body.put(member, now.path(member));
        }
        body.putAll(changes);
        return ok(api.ifMatch(present.header("ETag")).put(path, body));
    }

    /** An application whose account and these permissions can be asked for. */
    void offer(App app, String... permissions) {
        access(app, Map.of("accountRequestable", true, "requestablePermissionIds", List.of(permissions)));
    }

    static Map<String, Object> step(String approvers, Map<String, Object> more) {
        Map<String, Object> step = new LinkedHashMap<>(Map.of("approvers", approvers));
        step.putAll(more);
        return step;
    }

    static Map<String, Object> account(App app) {
        return Map.of("applicationId", app.id());
    }

    static Map<String, Object> permission(String id) {
        return Map.of("permissionId", id);
    }

    Answer ask(Visitor visitor, Map<String, Object> more, List<Map<String, Object>> items) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("items", items, "reason", "For the new project"));
        body.putAll(more);
        return visitor.portal().post("/api/v1/portal/requests", body);
    }

    /** Asks for things of one application. @return the id of the request */
    @SafeVarargs
    final String asked(Visitor visitor, Map<String, Object>... items) {
        return askedWith(visitor, Map.of(), items);
    }

    @SafeVarargs
    final String askedWith(Visitor visitor, Map<String, Object> more, Map<String, Object>... items) {
        JsonNode requests = ok(ask(visitor, more, List.of(items))).path("requests");
        assertThat(requests.size()).isEqualTo(1);
        return requests.path(0).path("id").asString();
    }

    Answer approve(Visitor approver, String request) {
        return approver.portal().post("/api/v1/portal/approvals/" + request + "/approve", Map.of("comment", "Fine with me"));
    }

    Answer reject(Visitor approver, String request, String comment) {
        return approver.portal().post("/api/v1/portal/approvals/" + request + "/reject", Map.of("comment", comment));
    }

    /** As an administrator sees it. */
    JsonNode request(String id) {
        return ok(api.get("/api/v1/access-requests/" + id));
    }

    JsonNode awaitState(String request, String state) {
        await(() -> assertThat(request(request).path("state").asString()).isEqualTo(state));
        return request(request);
    }

    /** The accounts a user has in an application. */
    List<JsonNode> accounts(App app, Visitor user) {
        return ok(api.get("/api/v1/accounts?applicationId=" + app.id() + "&userId=" + user.id())).path("items").valueStream().toList();
    }

    /** An account of this user that is there, asked for and approved by an administrator's hand. */
    String accountOf(App app, Visitor user, String... permissions) {
        JsonNode made = ok(api.post("/api/v1/accounts",
                Map.of("applicationId", app.id(), "userId", user.id(), "permissionIds", List.of(permissions))));
        awaitStatus(made.path("taskId").asString(), "SUCCEEDED");
        return made.path("account").path("id").asString();
    }

    /** Tasks of an application that have this source, newest first. */
    List<JsonNode> log(App app, String source) {
        return log(app).stream().filter(task -> task.path("source").asString().equals(source)).toList();
    }
}
