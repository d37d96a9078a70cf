package dev.syncline.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** "Every refusal is a problem document with a stable code and a sentence that says what to change." */
class ProblemStoryTest {

    private static final String ID = UUID.randomUUID().toString();

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start("test.echo=true");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aProblemHasAllItsParts() {
        Answer answer = server.api().get("/api/v1/echo/" + ID);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asString()).isEqualTo("urn:syncline:problem:NOT_FOUND");
        assertThat(problem.get("title").asString()).isEqualTo("Not found");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asString()).isEqualTo("There is no echo with the id " + ID + ".");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/echo/" + ID);
        assertThat(problem.get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(problem.get("errors").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"name":"a","count":1,"colour":"RED"} | colour         | colour is not known here (line 1, column 38); known: count, inner, name.
            {"name":"a","count":"many"}           | count          | count must be a number, not many.
            {"name":"a","count":null}             | count          | count must be a number.
            {"name":"a","count":1,"inner":[{"colour":"BLUE"}]} | inner[0].colour | inner[0].colour must be one of RED, GREEN, not BLUE.
            {"name":"a","count":1,"inner":{}}     | inner          | inner must be a list.
            {"name":"","count":1}                 | name           | Not valid: name must not be blank.
            {"name":"a","count":0}                | count          | Not valid: count must be greater than 0.
            """)
    void aBadBodyIsRefusedWithTheFieldAndTheRemedy(String body, String field, String detail) {
        Answer answer = server.api().post("/api/v1/echo", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.field("detail")).startsWith(detail);
    }

    @Test
    void brokenJsonIsRefusedWithThePlace() {
        assertThat(server.api().post("/api/v1/echo", "{\"name\": \n  oops}").field("detail"))
                .startsWith("The body is not valid JSON (line 2, column");
        assertThat(server.api().post("/api/v1/echo", "").field("detail")).contains("A body in JSON is required");
        assertThat(server.api().post("/api/v1/echo", "{\"name\":\"a\",\"name\":\"b\",\"count\":1}").status()).isEqualTo(400);
        assertThat(server.api().post("/api/v1/echo", "{\"name\":\"a\",\"count\":1} {}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/echo/7             | id must be an id (a UUID), not 7.
            /api/v1/echo/%s?colour=tea | colour must be one of RED, GREEN, not tea.
            /api/v1/echo/%s?count=x    | count must be a number, not x.
            /api/v1/echo?limit=0       | limit must be between 1 and 200, not 0.
            /api/v1/echo?limit=201     | limit must be between 1 and 200, not 201.
            /api/v1/echo?cursor=%%25   | The cursor is not one of this list.
            /api/v1/echo?cursor=YQ     | The cursor is not one of this list.
            """)
    void aWrongParameterIsRefusedWithASentence(String path, String detail) {
        Answer answer = server.api().get(path.formatted(ID));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).startsWith(detail);
    }

    @Test
    void whatIsNotThereSaysSo() {
        Answer nothing = server.api().get("/api/v1/nothing");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.field("detail")).isEqualTo("There is nothing at /api/v1/nothing.");
        Answer method = server.api().delete("/api/v1/echo");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET", "POST");
        assertThat(method.field("detail")).isEqualTo("DELETE is not possible here; possible: GET, POST.");
        Answer text = server.api().send("POST", "/api/v1/echo", BodyPublishers.ofString("a"), "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.field("detail")).contains("application/json");
        Answer csv = server.api().with("Accept", "text/csv").get("/api/v1/echo");
        assertThat(csv.status()).isEqualTo(406);
        assertThat(csv.field("code")).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void aBodyPastTheLimitIsRefused() {
        String large = "{\"name\":\"" + "a".repeat(BodyLimit.BYTES) + "\",\"count\":1}";
        assertTooLarge(server.api().post("/api/v1/echo", large));
        byte[] bytes = large.getBytes();
        Answer unannounced = server.api().send("POST", "/api/v1/echo",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), "application/json");
        assertTooLarge(unannounced);
    }

    @Test
    void whatIsNoUploadIsLimitedWhereImportsAreToo() {
        byte[] bytes = new byte[BodyLimit.BYTES + 1];
        Answer kept = server.api().with("Idempotency-Key", ID).send("POST", "/api/v1/imports",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), "application/json");
        assertTooLarge(kept);
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/session", "POST,/callbacks/7/7", "GET,/log", "POST,/api/v1/echo"})
    void nobodyUploadsAnythingButImports(String method, String path) {
        Answer refused = server.anonymous().send(method, path, BodyPublishers.ofString("--b\r\n"), "Multipart/form-data; boundary=b");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.field("detail")).startsWith("Files are uploaded to /api/v1/imports alone");
    }

    private static void assertTooLarge(Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.field("detail")).contains("1 MiB");
    }

    @Test
    void anErrorOfOurOwnShowsOnlyItsId() {
        Answer answer = server.api().post("/api/v1/echo/broken", null);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.field("code")).isEqualTo("INTERNAL");
        assertThat(answer.field("instance")).startsWith("urn:uuid:");
        assertThat(answer.text()).doesNotContain("innermost").doesNotContain("Exception");
    }

    @Test
    void anEditNeedsTheVersionItIsBasedOn() {
        Answer without = server.api().put("/api/v1/echo/" + ID, null);
        assertThat(without.status()).isEqualTo(428);
        assertThat(without.field("code")).isEqualTo("VERSION_REQUIRED");
        Answer other = server.api().ifMatch("\"2\"").put("/api/v1/echo/" + ID, null);
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.field("detail")).startsWith("The echo was changed by someone else meanwhile.");
        assertThat(server.api().ifMatch("W/\"3\"").put("/api/v1/echo/" + ID, null).status()).isEqualTo(400);
        assertThat(server.api().ifMatch("\"3\"").put("/api/v1/echo/" + ID, null).status()).isEqualTo(200);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<Integer> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.api().get("/api/v1/echo?limit=50" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
            page.get("items").forEach(item -> all.add(item.asInt()));
            cursor = page.get("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(all).hasSize(120).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void answersCarryTheHeadersThatProtectABrowser() {
        Answer answer = server.api().get("/api/v1/echo");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    /** Nine endpoints have a record called Body. */
    @Test
    void noSchemaOfTheDescriptionHidesAnother() {
        JsonNode api = server.api().get("/api/v1/openapi.json").json();
        assertThat(bodyOf(api, "/api/v1/modules", "put")).containsExactlyInAnyOrder("lifecycleManagement", "identityGovernance", "version");
        assertThat(bodyOf(api, "/api/v1/users/batch", "post")).containsExactlyInAnyOrder("entries", "goodOnly");
    }

    private static List<String> bodyOf(JsonNode api, String path, String method) {
        JsonNode body = api.path("paths").path(path).path(method).path("requestBody").path("content").path("application/json").path("schema");
        return List.copyOf(api.at(body.path("$ref").asString().substring(1)).path("properties").propertyNames());
    }

    @Test
    void theDescriptionNamesProblemsAndSignIn() {
        JsonNode api = server.api().get("/api/v1/openapi.json").json();
        assertThat(api.at("/info/title").asString()).isEqualTo("Syncline");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode()).isFalse();
        assertThat(api.get("paths").get("/api/v1/tokens").get("post").get("responses").get("default").get("content").has("application/problem+json"))
                .isTrue();
        assertThat(api.get("paths").get("/api/v1/tokens").get("post").path("parameters").toString()).doesNotContain("actor");
    }
}
