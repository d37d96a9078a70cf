package dev.syncline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.slapd.SlapdServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A CSV of 1,000 people, through the API into a real OpenLDAP server, every exchange on record. */
class ImportIntoDirectoryTest {

    private static final int PEOPLE = 1_000;

    private final ApiClient api = TestServer.shared().api();
    private final String stem = TestServer.unique("person");

    @Test
    void aThousandPeopleBecomeAThousandEntriesEachWithItsRequestAndItsResponse() throws Exception {
        try (SlapdServer slapd = SlapdServer.start("a secret of slapd"); LDAPConnection directory = slapd.connect()) {
            String application = application(slapd);
            String batch = imported(application);

            JsonNode done = awaitSettled(batch);

            assertThat(done.path("tasks").path("succeeded").asInt()).as(done.toString()).isEqualTo(PEOPLE);
            List<SearchResultEntry> entries = directory.search(SlapdServer.PEOPLE, SearchScope.ONE, "(uid=" + stem + "*)").getSearchEntries();
            assertThat(entries).hasSize(PEOPLE).allSatisfy(entry -> assertThat(entry.getAttributeValue("sn")).isEqualTo("Li, \"the " + number(entry) + "th\""));
            assertThat(tasks(batch)).hasSize(PEOPLE).allSatisfy(this::isOnRecord);
        }
    }

    private void isOnRecord(String id) {
        JsonNode task = api.get("/api/v1/tasks/" + id).json();
        String name = task.path("object").path("name").asString();
        assertThat(task.path("requests")).hasSize(1);
        assertThat(task.path("requests").get(0).path("operation").asString()).isEqualTo("ADD");
        assertThat(task.path("requests").get(0).path("body").asString())
                .contains("dn: uid=" + name + "," + SlapdServer.PEOPLE, "changetype: add", "mail: " + name + "@example.com");
        assertThat(task.path("responses")).hasSize(1);
        assertThat(task.path("responses").get(0).path("status").asString()).isEqualTo("0 success");
    }

    private String application(SlapdServer slapd) {
        return ok(api.post("/api/v1/applications", Map.of("name", stem, "connector", "ldap",
                "settings", Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE),
                "secrets", Map.of("password", slapd.password()),
                "mappings", List.of(mapping("cn", "user.displayName"), mapping("sn", "user.familyName"), mapping("mail", "user.email")))))
                .path("id").asString();
    }

    private static Map<String, Object> mapping(String target, String expression) {
        return Map.of("objectType", "ACCOUNT", "target", target, "expression", expression, "secret", false);
    }

    private String imported(String application) {
        String csv = IntStream.range(0, PEOPLE).mapToObj(this::row)
                .collect(Collectors.joining("\n", "userName,displayName,familyName,email\n", "\n"));
        String batch = ok(Upload.csv(api, UUID.fromString(application), "{\"existing\":\"SKIP\",\"createUsers\":true}", csv)).path("id").asString();
        await(() -> assertThat(batch(batch).path("status").asString()).isEqualTo("READY"));
        ok(api.post("/api/v1/batches/" + batch + "/run", Map.of()));
        return batch;
    }

    private String row(int i) {
        return "%1$s.%2$d,Ming Li %2$d,\"Li, \"\"the %2$dth\"\"\",%1$s.%2$d@example.com".formatted(stem, i);
    }

    private JsonNode awaitSettled(String batch) {
        await(() -> assertThat(batch(batch).path("tasks").path("succeeded").asInt() + batch(batch).path("tasks").path("failed").asInt())
                .isEqualTo(PEOPLE));
        return batch(batch);
    }

    private Set<String> tasks(String batch) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = ok(api.get("/api/v1/tasks?limit=200&status=SUCCEEDED&batch=" + batch + cursor));
            page.path("items").forEach(task -> ids.add(task.path("id").asString()));
            cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asString();
        } while (cursor != null);
        return ids;
    }

    private JsonNode batch(String id) {
        return api.get("/api/v1/batches/" + id).json();
    }

    private static String number(SearchResultEntry entry) {
        String uid = entry.getAttributeValue("uid");
        return uid.substring(uid.lastIndexOf('.') + 1);
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    private static void await(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion::run);
    }
}
