package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.BodyCodec;
import dev.syncline.journal.WireBodies;
import dev.syncline.rights.Role;
import dev.syncline.samples.SampleScimService;
import dev.syncline.secret.SealedColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The keys that seal secrets are exchanged while everything runs. */
class KeysStoryTest extends Story {

    @Test
    @DisplayName("After a rotation everything opens, is sealed anew by itself, and the old key can be retired; another server follows")
    void rotation() {
        App app = application(Map.of("settings", Map.of("name", TestServer.unique("Sealed")), "secrets", Map.of("key", "the-old-secret")));
        try (TestServer second = TestServer.beside(server)) {
            JsonNode before = ok(api.get("/api/v1/keys"));
            long old = seals(before);
            JsonNode rotated = ok(api.post("/api/v1/keys/rotation", null));
            assertThat(seals(rotated)).isNotEqualTo(old);
            assertThat(rotated.toString()).doesNotContain("the-old-secret").doesNotContain("primaryKeyId").doesNotContain("value\"");
            assertThat(rotated.path("keys").valueStream().filter(key -> key.path("seals").asBoolean()).findFirst().orElseThrow()
                    .path("madeBy").asString()).isNotBlank();

            assertThat(ok(api.get("/api/v1/applications/" + app.id())).at("/secrets/key").asBoolean()).isTrue();
            assertThat(ok(second.api().get("/api/v1/applications/" + app.id())).at("/secrets/key").asBoolean()).isTrue();
            await(() -> assertThat(ok(api.get("/api/v1/keys")).path("toSealAnew").asLong()).isZero());
            assertThat(ok(second.api().get("/api/v1/applications/" + app.id())).at("/secrets/key").asBoolean()).as("sealed with the new key").isTrue();

            assertThat(api.delete("/api/v1/keys/" + seals(rotated)).status()).as("the one that seals").isEqualTo(409);
            assertThat(api.delete("/api/v1/keys/1").status()).isEqualTo(404);
            JsonNode retired = ok(api.delete("/api/v1/keys/" + old));
            assertThat(retired.path("keys").valueStream().filter(key -> key.path("id").asLong() == old).findFirst().orElseThrow()
                    .path("retiredAt").isNull()).isFalse();
            assertThat(ok(api.get("/api/v1/applications/" + app.id())).at("/secrets/key").asBoolean()).isTrue();
        }
    }

    @Test
    @DisplayName("A key that something is sealed with cannot be retired, and only who administers settings sees keys")
    void notYet() {
        long old = seals(ok(api.get("/api/v1/keys")));
        application(Map.of("settings", Map.of("name", TestServer.unique("Sealed")), "secrets", Map.of("key", "another-secret")));
        ok(api.post("/api/v1/keys/rotation", null));
        Answer refused = api.delete("/api/v1/keys/" + old);
        // the worker may have been as quick as the request
        assertThat(refused.status()).isIn(409, 200);
        for (Role role : List.of(Role.AUDITOR, Role.OPERATOR, Role.POLICY_ADMINISTRATOR)) {
            assertThat(Reader.in(server, role).api().get("/api/v1/keys").status()).as(role.name()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("With payloads sealed at rest the record reads the same, rows of both kinds, and the database holds nothing of a body")
    void payloads() {
        try (TestServer sealing = TestServer.beside(server, "syncline.seal-payloads=true"); SampleScimService service = SampleScimService.start("token", "x")) {
            App app = connected("scim", Map.of("baseUrl", service.baseUrl()), Map.of("token", "token"));
            String title = TestServer.unique("Chief-of-");
            // either server may run the task; what each wrote both can read
            await(() -> {
                Made made = create(app, TestServer.unique("wei"), Map.of("title", title));
                awaitStatus(made.task(), "SUCCEEDED");
                assertThat(task(made.task()).at("/requests").toString()).contains(title);
                assertThat(ok(sealing.api().get("/api/v1/tasks/" + made.task())).at("/requests").toString()).contains(title);
                assertThat(bodies(100)).as("by the one that seals").isPositive();
            });
            assertThat(stored()).anyMatch(row -> opened(sealing, row).contains(title)).noneMatch(row -> readable(row).contains(title));
        }
    }

    @Test
    @DisplayName("Every column with sealed values is sealed anew: none can be forgotten and lost with a key")
    void everyColumn() {
        List<String> declared = server.beans(SealedColumn.class).stream().map(column -> column.table() + "." + column.column()).toList();
        List<String> there = server.database().jdbc().sql("""
                select c.relname || '.' || a.attname
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and a.attname like 'sealed%' and a.atttypid = 'bytea'::regtype and c.relname <> 'key_set'
                """).query(String.class).list();
        assertThat(declared).containsExactlyInAnyOrderElementsOf(there);
    }

    private record Stored(UUID task, int codec, byte[] body) {}

    private List<Stored> stored() {
        return server.database().jdbc().sql("select task_id, codec, body from wire_message where codec >= 100")
                .query((row, n) -> new Stored(row.getObject("task_id", UUID.class), row.getInt("codec"), row.getBytes("body"))).list();
    }

    private static String opened(TestServer with, Stored row) {
        return with.bean(WireBodies.class).decode(row.task(), row.codec(), row.body());
    }

    /** What somebody with the database alone makes of it: as it is, or with the dictionary that comes with the program. */
    private static String readable(Stored row) {
        String plain = new String(row.body(), StandardCharsets.ISO_8859_1);
        try {
            return plain + BodyCodec.decode(row.codec() % WireBodies.SEALED, row.body());
        } catch (RuntimeException unreadable) {
            return plain;
        }
    }

    private long bodies(int codec) {
        return server.database().jdbc().sql("select count(*) from wire_message where codec >= :codec").param("codec", codec).query(Long.class).single();
    }

    private static long seals(JsonNode keys) {
        return keys.path("keys").valueStream().filter(key -> key.path("seals").asBoolean()).findFirst().orElseThrow().path("id").asLong();
    }
}
