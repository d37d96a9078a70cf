package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.feishu.SampleFeishu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The source document's own example of an application, from the approved request to the last deletion. */
class FeishuStoryTest extends PortalStory {

    private static final String SECRET = "CanaryOfTheFeishuApp";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    private SampleFeishu feishu;
    private App app;
    private Visitor manager;

    @BeforeEach
    void start() {
        feishu = SampleFeishu.start("cli_story", SECRET);
        // The server's clock stands still: what is put off would come back when it is moved.
        feishu.withoutLimits();
        String name = TestServer.unique("Feishu");
        JsonNode made = ok(api.post("/api/v1/applications", Map.of("name", name, "connector", "feishu", "changeTracking", true,
                "settings", Map.of("baseUrl", feishu.baseUrl(), "appId", "cli_story"), "secrets", Map.of("appSecret", SECRET),
                "mappings", List.of(mapping("ACCOUNT", "name", "user.displayName"), mapping("ACCOUNT", "mobile", "user.phone"),
                        mapping("ACCOUNT", "email", "user.email"), mapping("ACCOUNT", "@parent", "organization.code"),
                        mapping("ORGANIZATION", "department_id", "organization.code")),
                "retry", Map.of("maxAttempts", 1))));
        app = new App(made.path("id").asString(), name, null);
        manager = visitor("Ada Park");
    }

    @AfterEach
    void stop() {
        switchTo(false);
        feishu.close();
    }

    @Test
    @DisplayName("A new employee's approved request creates the user in the right department with the right groups, and all of it is on record")
    void approvedRequest() {
        switchTo(true);
        String sales = organization("Sales");
        await(() -> assertThat(department(sales)).isNotEmpty());
        Visitor ming = employee("Ming Li", sales);
        String staff = group("Staff");
        offer(app, staff);

        ok(approve(manager, asked(ming, permission(staff))));

        JsonNode task = awaitStatus(log(app, "ACCESS_REQUEST").getFirst().path("id").asString(), "SUCCEEDED");
        JsonNode user = inFeishu(task.path("remoteId").asString());
        assertThat(user.path("user_id").asString()).isEqualTo(ming.userName());
        assertThat(user.path("name").asString()).isEqualTo("Ming Li");
        assertThat(user.path("department_ids").path(0).asString()).isEqualTo(department(sales));
        assertThat(feishu.members(value(staff))).containsExactly(task.path("remoteId").asString());
        JsonNode account = accounts(app, ming).getFirst();
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(account.path("remoteId").asString()).isEqualTo(task.path("remoteId").asString());
        onRecord(task);
    }

    /** Every request with its answer; the app's secret and the token nowhere. */
    private void onRecord(JsonNode task) {
        List<String> targets = texts(task.path("requests"), "target");
        assertThat(targets).anySatisfy(target -> assertThat(target).contains("/contact/v3/users?").contains("client_token=" + task.path("id").asString()));
        assertThat(targets).anySatisfy(target -> assertThat(target).contains("/member/add"));
        assertThat(task.path("responses").valueStream()).hasSize(targets.size()).allSatisfy(
                response -> assertThat(response.path("body").asString()).contains("\"code\":0"));
        assertThat(task.toString()).doesNotContain(SECRET).doesNotContain("t-g1");
    }

    @Test
    @DisplayName("An account waits for its department; what is missing is named, and with it granted both go on")
    void waitsForItsDepartment() {
        switchTo(true);
        feishu.settings().revoke("contact:contact");
        String legal = organization("Legal");
        String failed = taskOf(legal);
        JsonNode refused = awaitStatus(failed, "FAILED");
        assertThat(refused.path("failureMessage").asString()).contains("99991672").contains("Grant the scope contact:contact to the app");
        Visitor ming = employee("Ming Li", legal);
        String task = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", ming.id()))).path("taskId").asString();
        assertThat(task(task).path("waitingFor").asString()).isEqualTo(failed);

        feishu.settings().grant("contact:contact");
        ok(retry(failed));

        JsonNode done = awaitStatus(task, "SUCCEEDED");
        assertThat(inFeishu(done.path("remoteId").asString()).path("department_ids").path(0).asString()).isEqualTo(department(legal));
    }

    @Test
    @DisplayName("A move changes the department and nothing else; who is disabled is frozen, and who comes back is not")
    void moverAndLeaver() {
        switchTo(true);
        String sales = organization("Sales");
        String service = organization("Service");
        await(() -> assertThat(department(service)).isNotEmpty());
        Visitor ming = employee("Ming Li", sales);
        String id = remoteId(accountOf(app, ming));

        move(ming, service);

        await(() -> assertThat(inFeishu(id).path("department_ids").path(0).asString()).isEqualTo(department(service)));
        JsonNode moved = task(log(app).getFirst().path("id").asString());
        assertThat(moved.path("action").asString()).isEqualTo("UPDATE");
        JsonNode sent = moved.path("requests").valueStream().filter(request -> request.path("operation").asString().equals("PATCH")).findFirst().orElseThrow();
        assertThat(sent.path("body").asString()).isEqualTo("{\"department_ids\":[\"" + department(service) + "\"]}");

        ok(api.post("/api/v1/users/" + ming.id() + "/disable", null));
        await(() -> assertThat(inFeishu(id).path("status").path("is_frozen").asBoolean()).isTrue());
        ok(api.post("/api/v1/users/" + ming.id() + "/enable", null));
        await(() -> assertThat(inFeishu(id).path("status").path("is_frozen").asBoolean()).isFalse());
    }

    @Test
    @DisplayName("A deletion Feishu refuses is confirmed, and the account is physically deleted")
    void failedDeletionConfirmed() {
        Visitor ming = employee("Ming Li", null);
        String account = accountOf(app, ming);
        String id = remoteId(account);
        feishu.makeManager(id);

        String task = delete(account).task();

        JsonNode failed = awaitStatus(task, "FAILED");
        assertThat(failed.path("failureKind").asString()).isEqualTo("REFUSED");
        assertThat(failed.path("failureMessage").asString()).contains("44037").contains("administrator of the tenant");
        assertThat(ok(api.get("/api/v1/tasks/" + task + "/confirm")).toString()).contains("deleted for good");
        ok(confirm(task, "Taken out in the admin console"));
        assertThat(isGone(account)).isTrue();
        JsonNode confirmed = task(task);
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("responses").toString()).as("the refusal stays on record").contains("44037");
    }

    private Visitor employee(String displayName, String organization) {
        String userName = TestServer.unique("ming");
        Map<String, Object> body = new LinkedHashMap<>(Map.of("userName", userName, "displayName", displayName, "email", userName + "@example.com",
                "phone", "+86138" + NUMBERS.incrementAndGet(), "managerId", manager.id()));
        body.put("organizationId", organization);
        String id = ok(api.post("/api/v1/users", body)).path("id").asString();
        return new Visitor(id, userName, displayName, signedIn(id, userName));
    }

    private void move(Visitor user, String organization) {
        String path = "/api/v1/users/" + user.id();
        Answer before = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        before.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("organizationId", organization);
        ok(api.ifMatch(before.header("ETag")).put(path, body));
    }

    private String group(String name) {
        String value = feishu.seed().group(name);
        return ok(api.post("/api/v1/permissions", Map.of("applicationId", app.id(), "kind", "GROUP", "name", name, "value", value))).path("id").asString();
    }

    private String value(String permission) {
        return ok(api.get("/api/v1/permissions/" + permission)).path("value").asString();
    }

    private String organization(String stem) {
        String name = TestServer.unique(stem);
        return ok(api.post("/api/v1/organizations", Map.of("code", name, "name", name))).path("id").asString();
    }

    /** The department's own id there; empty while it has none. */
    private String department(String organization) {
        return object(organization).path("remoteId").asString("");
    }

    private JsonNode object(String organization) {
        return ok(api.get("/api/v1/applications/" + app.id() + "/structure/objects?objectType=ORGANIZATION&limit=200")).path("items").valueStream()
                .filter(object -> object.path("objectId").asString().equals(organization)).findFirst().orElseThrow();
    }

    private String taskOf(String organization) {
        String object = object(organization).path("id").asString();
        return log(app).stream().filter(task -> task.path("object").path("id").asString().equals(object)).findFirst().orElseThrow()
                .path("id").asString();
    }

    private String remoteId(String account) {
        return accountOf(account).path("remoteId").asString();
    }

    private JsonNode inFeishu(String remoteId) {
        return feishu.user(remoteId).orElseThrow();
    }

    private void switchTo(boolean organizations) {
        ok(api.put("/api/v1/applications/" + app.id() + "/structure", Map.of("organizations", organizations, "groups", false)));
    }

    private static Map<String, Object> mapping(String objectType, String target, String expression) {
        return Map.of("objectType", objectType, "target", target, "expression", expression);
    }
}
