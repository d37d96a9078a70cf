package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every administrative act, with who, what, before and after, and from where; searchable, exportable. */
class AuditStoryTest extends Story {

    private static final String AUDIT = "/api/v1/audit";

    @Test
    void aChangeSaysWhoWhatFromWhereAndWhatWasBeforeAndAfter() {
        App app = application();
        JsonNode application = ok(api.get("/api/v1/applications/" + app.id()));
        ApiClient client = api.with("X-Request-Id", TestServer.unique("change")).with("User-Agent", "story");
        var changed = ((tools.jackson.databind.node.ObjectNode) application.deepCopy()).put("changeTracking", true);
        changed.remove("secrets");
        String secret = Base64.getEncoder().encodeToString("canary-of-the-audit-0123456789ab".getBytes(StandardCharsets.UTF_8));
        changed.withObject("/callback").put("secret", "whsec_" + secret);

        Answer answer = client.ifMatch("\"" + application.path("version").asInt() + "\"").put("/api/v1/applications/" + app.id(), changed);

        JsonNode entry = only("objectId=" + app.id() + "&act=applications.change");
        assertThat(entry.path("actor").path("kind").asString()).isEqualTo("API_TOKEN");
        assertThat(entry.path("object").path("name").asString()).isEqualTo(application.path("name").asString());
        assertThat(entry.path("applicationId").asString()).isEqualTo(app.id());
        assertThat(entry.path("outcome").asString()).isEqualTo("DONE");
        JsonNode detail = ok(api.get(AUDIT + "/" + entry.path("id").asString()));
        assertThat(detail.path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(detail.path("userAgent").asString()).isEqualTo("story");
        assertThat(detail.path("entry").path("remoteAddress").asString()).isNotBlank();
        assertThat(detail.path("before").path("changeTracking").asBoolean()).isFalse();
        assertThat(detail.path("after").path("changeTracking").asBoolean()).isTrue();
        assertThat(detail.path("after").path("callback.secret").asString()).isEqualTo("changed");
        assertThat(detail.path("before").has("mappings")).as("what did not change").isFalse();
        assertThat(detail.toString()).doesNotContain(secret);
    }

    @Test
    void whatIsMadeAndWhatIsDeletedIsKeptByName() {
        String name = TestServer.unique("audited");
        JsonNode group = ok(api.post("/api/v1/groups", Map.of("name", name)));
        api.ifMatch("\"" + group.path("version").asInt() + "\"").delete("/api/v1/groups/" + group.path("id").asString());

        List<JsonNode> entries = entries("q=" + name);
        assertThat(entries).extracting(entry -> entry.path("act").asString()).containsExactly("groups.delete", "groups.create");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.path("object").path("id").asString()).isEqualTo(group.path("id").asString()));
        assertThat(ok(api.get(AUDIT + "/" + entries.getFirst().path("id").asString())).path("before").path("name").asString()).isEqualTo(name);
    }

    @Test
    void aRefusalIsOnRecordWithItsCode() {
        UUID nobody = UUID.randomUUID();
        api.ifMatch("\"1\"").delete("/api/v1/groups/" + nobody);
        JsonNode entry = only("objectId=" + nobody);
        assertThat(entry.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(entry.path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aTokenThatIsNotValidIsOnRecordOnceAMinuteHoweverOftenItComes() {
        ApiClient stranger = server.anonymous().bearer("syncline_not-a-token").with("User-Agent", TestServer.unique("stranger"));
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.get("/api/v1/dashboard/now").status()).isEqualTo(401);
        }
        List<JsonNode> entries = entries("act=dashboard.now.read&outcome=REFUSED");
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().path("actor").path("kind").isNull()).isTrue();
        assertThat(entries.getFirst().path("code").asString()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aSignInThatFailsIsOnRecordWithoutThePassword() {
        server.anonymous().post("/api/v1/session", Map.of("userName", "nobody-here", "password", "canary-password"));
        JsonNode entry = entries("act=sign-in&outcome=REFUSED").getFirst();
        JsonNode detail = ok(api.get(AUDIT + "/" + entry.path("id").asString()));
        assertThat(entry.path("code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(detail.toString()).doesNotContain("canary-password");
    }

    @Test
    void whatAPersonDecidesOverATaskSaysTheReason() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("not today"));
        Made made = create(app, "li");
        awaitStatus(made.task(), "FAILED");
        ok(confirm(made.task(), "Done by hand in the target"));
        JsonNode entry = only("objectId=" + made.task() + "&act=tasks.confirm");
        assertThat(entry.path("reason").asString()).isEqualTo("Done by hand in the target");
        JsonNode detail = ok(api.get(AUDIT + "/" + entry.path("id").asString()));
        assertThat(detail.path("before").path("status").asString()).isEqualTo("FAILED");
        assertThat(detail.path("after").path("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void inboundScimHasOneEntryForEachRequest() {
        String name = TestServer.unique("scim.audit");
        Answer made = api.with("Content-Type", "application/scim+json").post("/scim/v2/Users",
                Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"), "userName", name, "displayName", "Scim Audit"));
        assertThat(made.status()).isEqualTo(201);
        JsonNode entry = only("objectId=" + made.json().path("id").asString());
        assertThat(entry.path("act").asString()).isEqualTo("scim.users.create");
        assertThat(entry.path("object").path("name").asString()).isEqualTo(name);
    }

    @Test
    void theListComesInPagesAndFilters() {
        String stem = TestServer.unique("paged");
        for (int i = 0; i < 5; i++) {
            ok(api.post("/api/v1/groups", Map.of("name", stem + " " + i)));
        }
        JsonNode first = ok(api.get(AUDIT + "?limit=2&q=" + stem));
        JsonNode second = ok(api.get(AUDIT + "?limit=2&q=" + stem + "&cursor=" + first.path("next").asString()));
        JsonNode third = ok(api.get(AUDIT + "?limit=2&q=" + stem + "&cursor=" + second.path("next").asString()));
        assertThat(StreamSupport.stream(List.of(first, second, third).spliterator(), false)
                .flatMap(page -> StreamSupport.stream(page.path("items").spliterator(), false))
                .map(entry -> entry.path("object").path("name").asString()))
                .containsExactly(stem + " 4", stem + " 3", stem + " 2", stem + " 1", stem + " 0");
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(entries("q=" + stem + "&outcome=FAILED")).isEmpty();
        assertThat(entries("q=" + stem + "&act=groups")).hasSize(5);
        assertThat(entries("q=" + stem + "&to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void anExportIsWholeAndItselfOnRecord() {
        String stem = TestServer.unique("exported");
        ok(api.post("/api/v1/groups", Map.of("name", "=" + stem)));
        String csv = api.get(AUDIT + "/export?format=csv&q=" + stem).text();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("groups.create", "'=" + stem);
        String lines = api.get(AUDIT + "/export?format=jsonl&q=" + stem).text();
        assertThat(lines.lines()).hasSize(1);
        JsonNode entry = entries("act=audit.export").getFirst();
        assertThat(ok(api.get(AUDIT + "/" + entry.path("id").asString())).path("after").path("rows").asInt()).isEqualTo(1);
    }

    private JsonNode only(String query) {
        List<JsonNode> found = entries(query);
        assertThat(found).as("entries of " + query).hasSize(1);
        return found.getFirst();
    }

    private List<JsonNode> entries(String query) {
        return StreamSupport.stream(ok(api.get(AUDIT + "?" + query)).path("items").spliterator(), false).toList();
    }
}
