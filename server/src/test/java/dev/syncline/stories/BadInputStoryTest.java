package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Section 6: what people and clients enter. */
class BadInputStoryTest extends Story {

    /**
     * A request that must be refused.
     *
     * @param sentence words the refusal must have
     */
    record Refused(String what, String method, String path, Object body, int status, String code, String sentence) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Refused> refusals() {
        String nobody = UUID.randomUUID().toString();
        return Stream.of(
                new Refused("an unknown connector", "POST", "/applications", application("fax", Map.of()), 400, "INVALID_INPUT", "fax"),
                new Refused("a missing setting", "POST", "/applications", application("memory", Map.of()), 400, "INVALID_INPUT", "name"),
                new Refused("an unknown setting", "POST", "/applications", application("memory", Map.of("name", "x", "port", "1")), 400,
                        "INVALID_INPUT", "port"),
                new Refused("an unknown property", "POST", "/users", Map.of("userName", "x", "nickname", "y"), 400, "INVALID_INPUT", "nickname"),
                new Refused("a bad address", "POST", "/users", Map.of("userName", TestServer.unique("u"), "displayName", "X", "email", "nowhere"),
                        400, "INVALID_INPUT", "email"),
                new Refused("broken JSON", "POST", "/users", "{\"userName\":", 400, "INVALID_INPUT", "JSON"),
                new Refused("an id that is none", "GET", "/accounts/7", null, 400, "INVALID_INPUT", "7"),
                new Refused("an account nobody knows", "GET", "/accounts/" + nobody, null, 404, "NOT_FOUND", nobody),
                new Refused("a task nobody knows", "POST", "/tasks/" + nobody + "/retry", null, 404, "NOT_FOUND", nobody),
                new Refused("an application nobody knows", "POST", "/accounts", Map.of("applicationId", nobody, "name", "x"), 404, "NOT_FOUND",
                        nobody),
                new Refused("a status that is none", "GET", "/tasks?status=GONE", null, 400, "INVALID_INPUT", "status"),
                new Refused("a cursor of another list", "GET", "/tasks?cursor=abc", null, 400, "INVALID_INPUT", "cursor"),
                new Refused("an address that is none", "GET", "/nothing", null, 404, "NOT_FOUND", "/api/v1/nothing"),
                new Refused("a method that is none", "PATCH", "/users", "{}", 405, "METHOD_NOT_ALLOWED", "GET"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    @DisplayName("Every refusal is a problem document with a stable code and a sentence that says what to change")
    void refusal(Refused refused) {
        Answer answer = api.send(refused.method(), "/api/v1" + refused.path(), refused.body());
        assertProblem(answer, refused.status(), refused.code());
        assertThat(answer.text()).containsIgnoringCase(refused.sentence());
    }

    @Test
    @DisplayName("Who is not signed in is refused in the same way")
    void notSignedIn() {
        assertProblem(server.anonymous().get("/api/v1/tasks"), 401, "UNAUTHENTICATED");
        assertProblem(server.anonymous().bearer("wrong").get("/api/v1/tasks"), 401, "UNAUTHENTICATED");
    }

    @Test
    @DisplayName("An edit must be based on what is there: If-Match is required, and must match")
    void versions() {
        String account = account(application(), "ming.li");
        Map<String, Object> edit = Map.of("attributes", Map.of("title", "Director"));
        assertProblem(api.put("/api/v1/accounts/" + account, edit), 428, "VERSION_REQUIRED");
        assertProblem(api.ifMatch("\"99\"").put("/api/v1/accounts/" + account, edit), 412, "VERSION_MISMATCH");
        assertThat(accountOf(account).path("attributes").has("title")).isFalse();
    }

    @Test
    @DisplayName("Nothing is half done: an account with one bad permission is not created, and no task is written")
    void noHalfAccount() {
        App app = application();
        Answer answer = api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", "ming.li",
                "permissionIds", List.of(permission(app, "staff"), UUID.randomUUID().toString())));
        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).isEmpty();
        assertThat(log(app)).isEmpty();
    }

    @Test
    @DisplayName("Nothing is half done: with one bad permission none is bound")
    void noHalfBinding() {
        App app = application();
        String account = account(app, "ming.li");
        Answer answer = api.post("/api/v1/accounts/" + account + "/bindings", Map.of("bind",
                List.of(Map.of("permissionId", permission(app, "staff")), Map.of("permissionId", permission(application(), "elsewhere")))));
        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(accountOf(account).path("bindings")).isEmpty();
        assertThat(log(app)).hasSize(1);
    }

    @Test
    @DisplayName("A mapping that makes no sense is refused, and names the attribute")
    void badMapping() {
        Answer answer = api.post("/api/v1/applications", Map.of("name", TestServer.unique("Target"), "connector", "memory",
                "settings", Map.of("name", "x"), "mappings", List.of(Map.of("target", "mail", "expression", "user.email +"))));
        assertProblem(answer, 400, "INVALID_INPUT");
        assertThat(answer.text()).contains("mail");
    }

    @Test
    @DisplayName("A CSV with bad rows says which rows and why, and imports the good ones only when asked to")
    void csv() {
        App app = application();
        String ming = TestServer.unique("ming");
        String batch = ok(upload(app, "userName,email\n" + ming + ",ming@example.com\n" + TestServer.unique("kim") + ",nowhere\n"))
                .path("id").asString();
        awaitBatch(batch, "READY");
        JsonNode bad = ok(api.get("/api/v1/batches/" + batch + "/rows?status=BAD")).path("items");
        assertThat(bad).hasSize(1);
        assertThat(bad.get(0).path("number").asInt()).isEqualTo(3);
        assertThat(bad.get(0).path("message").asString()).contains("email");

        Answer unasked = api.post("/api/v1/batches/" + batch + "/run", Map.of());
        assertThat(unasked.status()).isEqualTo(409);
        assertThat(unasked.field("detail")).contains("1 of 2");
        assertThat(log(app)).isEmpty();

        ok(api.post("/api/v1/batches/" + batch + "/run", Map.of("goodRowsOnly", true)));
        await(() -> assertThat(log(app)).hasSize(1));
        awaitStatus(log(app).getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(app.target().told().getFirst().name()).isEqualTo(ming);
    }

    private static Map<String, Object> application(String connector, Map<String, String> settings) {
        return Map.of("name", TestServer.unique("Target"), "connector", connector, "settings", settings);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).endsWith(code);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).endsWith(".").hasSizeGreaterThan(10);
    }
}
