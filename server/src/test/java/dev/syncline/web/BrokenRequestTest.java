package dev.syncline.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.HttpLine;
import dev.syncline.fixtures.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fuzzing found: requests that were answered as if the server were at fault. */
class BrokenRequestTest {

    private final ApiClient api = TestServer.shared().api();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // a null among the values of a list
        "PUT  | /api/v1/approval-rule                        | {\"steps\":[null]}",
        "POST | /api/v1/groups/ID/members                    | {\"add\":[null]}",
        "POST | /api/v1/applications/ID/mappings/preview     | {\"mappings\":[null]}",
        // nothing, in JSON
        "POST | /api/v1/groups                               | null",
        "PUT  | /api/v1/reminder-rule                        | null",
        // a filter that its own constructor refuses, and one that is of another type
        "GET  | /api/v1/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z |",
        "GET  | /api/v1/audit?actor=1&actor=2                | ",
        "GET  | /api/v1/audit?from=yesterday                 | ",
        // a time that only Java knows
        "POST | /api/v1/tokens                               | {\"name\":\"x\",\"expiresAt\":\"+1000000-12-31T23:59:59Z\"}",
        "POST | /api/v1/tokens                               | {\"name\":\"x\",\"expiresAt\":\"-0500-01-01T00:00:00Z\"}"})
    void isRefused(String method, String path, String body) {
        assertRefused(api.ifMatch("\"0\"").send(method, path.replace("ID", UUID.randomUUID().toString()), body));
    }

    @Test
    void aPercentSignThatBeginsNothing() {
        for (String query : new String[] {"q=%", "x=%zz", "q=%ff"}) {
            HttpLine answer = HttpLine.get(TestServer.shared().url(), "/api/v1/tasks?" + query, TestServer.TOKEN);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void blankValuesOfAFilterAreNone() {
        for (String query : new String[] {"status=", "status=%20", "status=,", "status=OPEN&status="}) {
            Answer answer = api.get("/api/v1/compliance/findings?" + query);
            assertThat(answer.status()).as(query + ": " + answer).isEqualTo(200);
        }
        assertRefused(api.get("/api/v1/compliance/findings?status=OPEN,NONSENSE"));
    }

    @Test
    void aByteThatNoHeaderMayHave() {
        assertRefused(api.ifMatch("\u0085").put("/api/v1/approval-rule", "{}"));
    }

    @Test
    void aFormIsNotReadBeforeItIsRefused() {
        Answer answer = api.send("PUT", "/api/v1/modules", BodyPublishers.ofString("%"), "application/x-www-form-urlencoded");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
    }

    @Test
    void aNulInAnActDoesNotKeepItFromBeingOnRecord() {
        String name = TestServer.unique("nul");
        Answer refused = api.post("/api/v1/groups", "{\"name\":\"" + name + "\\u0000\"}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        Answer decided = api.post("/api/v1/access-requests/" + UUID.randomUUID() + "/reject", "{\"comment\":\"no\\u0000\"}");
        assertThat(decided.status()).as(decided.toString()).isEqualTo(404);
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(api.get("/api/v1/audit?limit=50").text()).contains("\"reason\":\"no\uFFFD\""));
    }

    @Test
    void theAddressOfErrorsIsNone() {
        assertThat(api.get("/error").status()).isEqualTo(404);
    }

    @Test
    void scimTellsWhereJsonIsBrokenButNotInTheParsersWords() {
        Answer answer = api.post("/scim/v2/Users", "{\"userName\":\"a\"} {\"password\":\"hush\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("line 1").doesNotContain("jackson", "hush", "Feature");
        assertThat(api.get("/scim/v2/Schemas").text()).doesNotContain("Exception");
    }

    /** What is wrong with the text of a body is told by its own name, so that nobody looks for a missing bracket. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"name\":\"a\",\"name\":\"b\"}           | gives the same name twice",
        "{\"name\":\"a\"} {}                       | goes on after its end",
        "{\"name\":\"a\\ud83d\"}                    | name holds half of a character"})
    void aBodyThatIsWrongAsAText(String body, String sentence) {
        Answer answer = api.post("/api/v1/groups", body);
        assertRefused(answer);
        assertThat(answer.field("detail")).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // what would silently mean that it never ends, and what would silently be another number
        "POST | /api/v1/tokens        | {\"name\":\"x\",\"expiresAt\":\"\"}     | expiresAt must be a time",
        "PUT  | /api/v1/reminder-rule | {\"daysBefore\":[1.5]}              | daysBefore[0]",
        "PUT  | /api/v1/reminder-rule | {\"daysBefore\":[99999999999]}      | number in the body is too large",
        "PUT  | /api/v1/reminder-rule | {\"daysBefore\":[0,7]}              | Not valid: daysBefore[0]: At least one day."})
    void aValueThatIsNotWhatItSeems(String method, String path, String body, String sentence) {
        Answer answer = api.ifMatch("\"0\"").send(method, path, body);
        assertRefused(answer);
        assertThat(answer.field("detail")).contains(sentence).doesNotContain("..");
    }

    @Test
    void aBodyThatIsNestedTooDeeply() {
        Answer answer = api.post("/api/v1/users", "{\"userName\":\"deep\",\"attributes\":" + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_001));
        assertRefused(answer);
        assertThat(answer.field("detail")).contains("nested too deeply");
    }

    @Test
    void aNumberThatIsTooLargeToBeKept() {
        Answer answer = api.post("/api/v1/users", "{\"userName\":\"" + TestServer.unique("large") + "\",\"attributes\":{\"size\":1e999}}");
        assertRefused(answer);
        assertThat(answer.field("detail")).contains("size");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field("detail")).endsWith(".").doesNotContain("java");
    }
}
