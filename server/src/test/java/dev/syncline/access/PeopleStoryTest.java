package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Colleagues;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Role;
import dev.syncline.task.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Administrators, their roles, and tokens that may do less than their makers. */
class PeopleStoryTest {

    private static final String PEOPLE = "/api/v1/administrators";
    private static final String OWN_PASSWORD = "a sentence nobody guesses";

    private static TestServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("An administrator is made with a one-time password, chooses an own one, and may do what the roles allow")
    void madeAndSignedIn() {
        Answer made = make("vera", List.of("VIEWER"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String oneTime = made.field("oneTimePassword");
        assertThat(api.get(PEOPLE).text()).contains("vera").doesNotContain(oneTime);

        ApiClient vera = signedIn("vera", oneTime);
        JsonNode session = vera.get("/api/v1/session").json();
        assertThat(session.path("rights").valueStream().map(JsonNode::asString)).contains("SEE_TASKS").doesNotContain("RETRY", "SEE_PAYLOADS");
        assertThat(vera.get("/api/v1/tasks").status()).isEqualTo(200);
        Answer refused = vera.post("/api/v1/users", Map.of("userName", "x", "displayName", "x"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("ADMINISTER_PEOPLE");
    }

    @Test
    @DisplayName("A changed role counts from the next request; who is disabled is out, and so are the tokens")
    void changedAndDisabled() {
        Colleagues.Colleague oscar = new Colleagues(server).with(Role.VIEWER);
        assertThat(oscar.api().get("/api/v1/users").status()).isEqualTo(200);
        assertThat(change(oscar.id(), Map.of("roles", List.of())).status()).isEqualTo(200);
        assertThat(oscar.api().get("/api/v1/users").status()).isEqualTo(403);
        assertThat(change(oscar.id(), Map.of("roles", List.of("OPERATOR"))).status()).isEqualTo(200);
        assertThat(oscar.api().get("/api/v1/users").status()).isEqualTo(200);
        assertThat(change(oscar.id(), Map.of("disabled", true)).status()).isEqualTo(200);
        assertThat(oscar.api().get("/api/v1/users").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("The last one who may do everything keeps the role and stays enabled")
    void theLastAdministrator() {
        String admin = api.get(PEOPLE).json().path("items").valueStream()
                .filter(person -> person.path("userName").asString().equals("admin")).findFirst().orElseThrow().path("id").asString();
        for (Map<String, Object> change : List.<Map<String, Object>>of(Map.of("roles", List.of("VIEWER")), Map.of("disabled", true))) {
            Answer refused = change(admin, change);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.field("detail")).startsWith("Nobody would be left who may do everything.");
        }
        assertThat(api.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("An owner is one of the users who own the application, and sees nothing once the user is disabled or owns nothing")
    void owner() {
        Answer without = make("olga", List.of("APPLICATION_OWNER"));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.field("detail")).startsWith("Say which user this is");

        String application = api.post("/api/v1/applications", Map.of("name", "Payroll", "connector", "memory", "settings", Map.of("name", "Payroll"))).field("id");
        Colleagues.Colleague owner = new Colleagues(server).owning(application);
        assertThat(api.get(PEOPLE + "/" + owner.id()).json().at("/applications/0/name").asString()).isEqualTo("Payroll");
        assertThat(owner.api().get("/api/v1/applications").json().path("items")).hasSize(1);
        JsonNode session = owner.api().get("/api/v1/session").json();
        assertThat(session.at("/applications/0").asString()).isEqualTo(application);
        assertThat(session.path("ownedRights").valueStream().map(JsonNode::asString)).contains("RETRY");

        String user = api.get(PEOPLE + "/" + owner.id()).json().at("/user/id").asString();
        api.post("/api/v1/users/" + user + "/disable", null);
        assertThat(owner.api().get("/api/v1/applications").json().path("items")).isEmpty();
        assertThat(owner.api().get("/api/v1/applications/" + application).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A token may do no more than it says, and never more than its maker may at the time")
    void scopedTokens() {
        Colleagues.Colleague oscar = new Colleagues(server).with(Role.OPERATOR);
        Answer tooMuch = oscar.api().post("/api/v1/tokens", Map.of("name", "too much", "rights", List.of("ADMINISTER_ACCESS")));
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.field("detail")).contains("ADMINISTER_ACCESS");

        Answer made = oscar.api().post("/api/v1/tokens", Map.of("name", "reader", "rights", List.of("SEE_TASKS", "MAKE_TOKENS")));
        ApiClient reader = server.anonymous().bearer(made.field("token"));
        assertThat(reader.get("/api/v1/tasks").status()).isEqualTo(200);
        assertThat(reader.get("/api/v1/users").status()).isEqualTo(403);

        String child = reader.post("/api/v1/tokens", Map.of("name", "child")).field("token");
        assertThat(server.anonymous().bearer(child).get("/api/v1/users").status()).as("what a token makes is as limited").isEqualTo(403);

        assertThat(change(oscar.id(), Map.of("roles", List.of())).status()).isEqualTo(200);
        assertThat(reader.get("/api/v1/tasks").status()).as("its maker has lost the right").isEqualTo(403);
    }

    @Test
    @DisplayName("What could not be answered is not done: who may act on tasks has to see them")
    void actingUnseen() {
        UUID failed = new TaskSeed(server).status(Status.FAILED).insert();
        Answer made = api.post("/api/v1/tokens", Map.of("name", "blind", "rights", List.of("RETRY", "CANCEL", "CONFIRM", "MODIFY")));
        ApiClient blind = server.anonymous().bearer(made.field("token"));
        for (String act : List.of("retry", "cancel", "confirm", "modify")) {
            Answer refused = blind.post("/api/v1/tasks/" + failed + "/" + act, Map.of());
            assertThat(refused.status()).as(act).isEqualTo(403);
            assertThat(refused.field("detail")).as(act).contains("SEE_TASKS");
        }
        assertThat(api.get("/api/v1/tasks/" + failed).json().path("status").asString()).isEqualTo("FAILED");
    }

    @Test
    @DisplayName("Tokens of others are seen and revoked only by who administers access")
    void othersTokens() {
        Colleagues.Colleague vera = new Colleagues(server).with(Role.VIEWER);
        String mine = api.post("/api/v1/tokens", Map.of("name", "of the administrator")).field("id");
        assertThat(vera.api().get("/api/v1/tokens").text()).doesNotContain("of the administrator");
        assertThat(vera.api().delete("/api/v1/tokens/" + mine).status()).isEqualTo(404);
        String hers = vera.api().post("/api/v1/tokens", Map.of("name", "of the viewer")).field("id");
        assertThat(api.get("/api/v1/tokens").text()).contains("of the viewer");
        assertThat(api.delete("/api/v1/tokens/" + hers).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("Who may see tasks and no payloads learns what happened, and not what was sent")
    void payloads() {
        String application = api.post("/api/v1/applications", Map.of("name", "Sealed", "connector", "memory", "settings", Map.of("name", "Sealed"))).field("id");
        String task = api.post("/api/v1/accounts", Map.of("applicationId", application, "name", "ming",
                "attributes", Map.of("mail", "ming@example.com"))).field("taskId");
        String seen = new Colleagues(server).with(Role.VIEWER).api().get("/api/v1/tasks/" + task).text();
        assertThat(seen).contains("\"payloads\":false").doesNotContain("ming@example.com");
        assertThat(new Colleagues(server).with(Role.ADMINISTRATOR).api().get("/api/v1/tasks/" + task).text())
                .contains("\"payloads\":true").contains("ming@example.com");
    }

    private static Answer make(String userName, List<String> roles) {
        return api.post(PEOPLE, Map.of("userName", userName, "displayName", userName, "roles", roles));
    }

    private static Answer change(String id, Map<String, Object> changes) {
        Answer before = api.get(PEOPLE + "/" + id);
        Map<String, Object> body = new HashMap<>();
        for (String member : List.of("userName", "displayName", "roles")) {
            body.put(member, before.json().path(member));
        }
        body.putAll(changes);
        return api.ifMatch(before.header("ETag")).put(PEOPLE + "/" + id, body);
    }

    private static ApiClient signedIn(String userName, String oneTime) {
        Answer signedIn = server.anonymous().post("/api/v1/session", Map.of("userName", userName, "password", oneTime));
        ApiClient browser = withCookie(signedIn);
        assertThat(browser.get("/api/v1/tasks").field("detail")).startsWith("Change the one-time password first");
        return withCookie(browser.post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", OWN_PASSWORD)));
    }

    private static ApiClient withCookie(Answer answer) {
        return server.anonymous().with("Cookie", answer.header("Set-Cookie").split(";")[0]).with("X-Syncline", "1");
    }
}
