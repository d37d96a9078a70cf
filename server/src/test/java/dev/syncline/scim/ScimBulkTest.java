package dev.syncline.scim;

import static dev.syncline.scim.ScimUsersTest.ok;
import static dev.syncline.scim.ScimUsersTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Ten thousand people by bulk requests of a thousand: each request is one transaction, each run of like operations one statement. */
class ScimBulkTest {

    private static final int CHUNK = 1_000;
    private static final int CHUNKS = 10;

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();

    @Test
    void tenThousandPeopleComeChangeAndLeaveInSets() {
        String mark = TestServer.unique("crowd");
        String organization = ok(api.post("/api/v1/organizations", Map.of("code", mark, "name", "The " + mark))).path("id").asString();
        List<String> ids = new ArrayList<>();
        measured("create", chunk -> {
            JsonNode answer = bulk(IntStream.range(0, CHUNK).mapToObj(number -> ScimProtocolTest.operation("POST", "/Users", "b" + number,
                    person(mark, chunk * CHUNK + number))).toList());
            ids.addAll(answer.path("Operations").valueStream().map(one -> one.path("location").asString().replaceFirst(".*/", "")).toList());
            return statuses(answer);
        }, "201");
        assertThat(statements(organization)).isEqualTo(CHUNKS);
        assertThat(changes(ids)).isEqualTo(CHUNKS);

        measured("patch title", chunk -> statuses(bulk(ids.subList(chunk * CHUNK, (chunk + 1) * CHUNK).stream()
                .map(id -> ScimProtocolTest.operation("PATCH", "/Users/" + id, null, patch("title", "Guide"))).toList())), "200");
        assertThat(statements(organization)).isEqualTo(CHUNKS);
        assertThat(changes(ids)).isEqualTo(2 * CHUNKS);

        measured("switch off", chunk -> statuses(bulk(ids.subList(chunk * CHUNK, (chunk + 1) * CHUNK).stream()
                .map(id -> ScimProtocolTest.operation("PATCH", "/Users/" + id, null, patch("active", false))).toList())), "200");
        assertThat(ok(api.get("/scim/v2/Users?count=0&filter=" + ScimUsersTest.encoded("title eq \"guide\" and active eq false and userName sw \"" + mark + "\"")))
                .path("totalResults").asInt()).isEqualTo(CHUNK * CHUNKS);
        assertThat(statements(organization)).isEqualTo(CHUNKS);
    }

    private void measured(String what, IntFunction<List<String>> chunk, String status) {
        long begun = System.nanoTime();
        for (int number = 0; number < CHUNKS; number++) {
            assertThat(chunk.apply(number)).hasSize(CHUNK).containsOnly(status);
        }
        System.out.printf("SCIM bulk, %s: %,d users in %,d ms%n", what, CHUNK * CHUNKS, (System.nanoTime() - begun) / 1_000_000);
    }

    /** Rows one statement has written have its transaction and its number within it in common. */
    private int statements(String organization) {
        return server.bean(JdbcClient.class).sql("""
                select count(distinct (cast(xmin as text), cast(cmin as text))) from users where organization_id = cast(:organization as uuid)""")
                .param("organization", organization).query(Integer.class).single();
    }

    private int changes(List<String> users) {
        return server.bean(JdbcClient.class).sql("""
                select count(distinct (cast(xmin as text), cast(cmin as text))) from user_change where user_id = any (cast(:users as uuid[]))""")
                .param("users", users.toArray(String[]::new)).query(Integer.class).single();
    }

    private static Map<String, Object> person(String mark, int number) {
        String name = mark + "-" + number;
        return user(name, Map.of("externalId", "hr-" + name, "displayName", "Person " + number, "name", Map.of("givenName", "Person", "familyName", "No " + number),
                "emails", List.of(Map.of("value", name + "@example.com", "type", "work", "primary", true)),
                ScimUsersTest.ENTERPRISE, Map.of("department", mark, "employeeNumber", String.valueOf(number))));
    }

    private static Map<String, Object> patch(String path, Object value) {
        return Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations", List.of(Map.of("op", "replace", "path", path, "value", value)));
    }

    private JsonNode bulk(List<Map<String, Object>> operations) {
        return ok(api.post("/scim/v2/Bulk", Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"), "Operations", operations)));
    }

    private static List<String> statuses(JsonNode answer) {
        return answer.path("Operations").valueStream().map(one -> one.path("status").asString()).toList();
    }
}
