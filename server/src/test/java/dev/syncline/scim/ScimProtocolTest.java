package dev.syncline.scim;

import static dev.syncline.scim.ScimUsersTest.assertRefused;
import static dev.syncline.scim.ScimUsersTest.encoded;
import static dev.syncline.scim.ScimUsersTest.ok;
import static dev.syncline.scim.ScimUsersTest.operations;
import static dev.syncline.scim.ScimUsersTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.HttpLine;
import dev.syncline.fixtures.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is the same for all resources: who may come, what the service says of itself, groups, bulk, and hostile input. */
class ScimProtocolTest {

    private static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users", "/scim/v2/Groups", "/scim/v2/ServiceProviderConfig", "/scim/v2/Schemas", "/scim/v2/ResourceTypes"})
    void everythingNeedsAToken(String path) {
        Answer none = server.anonymous().get(path);
        assertRefused(none, 401, null);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertRefused(server.anonymous().bearer("syncline_wrong").get(path), 401, null);
        assertRefused(server.anonymous().with("Authorization", "Basic YTpi").get(path), 401, null);
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void theServiceSaysWhatItCanDo() {
        JsonNode config = ok(api.get("/scim/v2/ServiceProviderConfig"));
        for (String feature : List.of("patch", "bulk", "filter", "sort", "etag")) {
            assertThat(config.path(feature).path("supported").asBoolean()).as(feature).isTrue();
        }
        assertThat(config.path("changePassword").path("supported").asBoolean()).isFalse();
        assertThat(config.path("bulk").path("maxOperations").asInt()).isEqualTo(1000);
        assertThat(config.path("authenticationSchemes").path(0).path("type").asString()).isEqualTo("oauthbearertoken");
        JsonNode types = ok(api.get("/scim/v2/ResourceTypes"));
        assertThat(types.path("Resources").valueStream().map(type -> type.path("id").asString())).contains("User", "Group");
        assertThat(ok(api.get("/scim/v2/ResourceTypes/User")).path("schemaExtensions").path(0).path("schema").asString()).isEqualTo(ScimUsersTest.ENTERPRISE);
        assertThat(ok(api.get("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")).path("name").asString()).isEqualTo("User");
        assertThat(ok(api.get("/scim/v2/Schemas")).path("Resources").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void groupsHoldUsers() {
        String name = TestServer.unique("Guides");
        String one = id(api.post("/scim/v2/Users", user(TestServer.unique("member"))));
        String two = id(api.post("/scim/v2/Users", user(TestServer.unique("member"))));
        Answer made = api.post("/scim/v2/Groups", group(name, Map.of("externalId", "g-" + name), one));
        JsonNode group = ok(made);
        assertThat(made.status()).isEqualTo(201);
        String path = "/scim/v2/Groups/" + group.path("id").asString();
        assertThat(group.path("members").path(0).path("value").asString()).isEqualTo(one);
        assertThat(group.path("members").path(0).path("$ref").asString()).endsWith("/scim/v2/Users/" + one);
        JsonNode member = ok(api.get("/scim/v2/Users/" + one));
        assertThat(member.path("groups").path(0).path("display").asString()).isEqualTo(name);
        assertThat(member.path("groups").path(0).path("$ref").asString()).endsWith(path);

        ok(api.patch(path, operations("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + two + "\"}]}")));
        assertThat(members(path)).containsExactlyInAnyOrder(one, two);
        ok(api.patch(path + "?excludedAttributes=members", operations("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + one + "\\\"]\"}")));
        assertThat(members(path)).containsExactly(two);
        assertThat(ok(api.get(path + "?excludedAttributes=members")).path("members").isMissingNode()).isTrue();
        assertThat(found("displayName eq \"" + name.toLowerCase(Locale.ROOT) + "\"")).containsExactly(name);
        assertThat(found("externalId eq \"g-" + name + "\"")).containsExactly(name);
        assertThat(found("members.value eq \"" + two + "\"")).containsExactly(name);
        assertThat(found("members.value eq \"" + one + "\"")).isEmpty();
        ok(api.put(path, group(name + " 2", Map.of(), one, two)));
        assertThat(members(path)).containsExactlyInAnyOrder(one, two);

        assertRefused(api.post("/scim/v2/Groups", group(name + " 2", Map.of())), 409, "uniqueness");
        assertRefused(api.post("/scim/v2/Groups", group(name + " 3", Map.of(), "nobody")), 400, "invalidValue");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertRefused(api.get(path), 404, null);
        assertThat(ok(api.get("/scim/v2/Users/" + one)).path("groups").isMissingNode()).isTrue();
    }

    @Test
    void theVersionOfAGroupGrowsWithItsMembers() {
        String one = id(api.post("/scim/v2/Users", user(TestServer.unique("member"))));
        Answer made = api.post("/scim/v2/Groups", group(TestServer.unique("Versions"), Map.of()));
        String path = "/scim/v2/Groups/" + id(made);
        String add = operations("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + one + "\"}]}");
        Answer added = api.ifMatch(made.header("ETag")).patch(path, add);
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(added.header("ETag")).isNotEqualTo(made.header("ETag")).isEqualTo(api.get(path).header("ETag"));
        assertRefused(api.ifMatch(made.header("ETag")).patch(path, operations("{\"op\":\"remove\",\"path\":\"members\"}")), 412, null);
    }

    @Test
    void aBulkRequestMayPointFromOneOperationToAnother() {
        String name = TestServer.unique("bulk");
        JsonNode answer = ok(bulk(0,
                operation("POST", "/Users", "alice", user(name + "-alice", Map.of(ScimUsersTest.ENTERPRISE, Map.of("manager", Map.of("value", "bulkId:bob"))))),
                operation("POST", "/Users", "bob", user(name + "-bob")),
                operation("POST", "/Groups", "group", group(name, Map.of(), "bulkId:alice", "bulkId:bob"))));
        assertThat(statuses(answer)).as(answer.toString()).containsOnly("201");
        JsonNode alice = find("userName eq \"" + name + "-alice\"");
        JsonNode bob = find("userName eq \"" + name + "-bob\"");
        assertThat(alice.path(ScimUsersTest.ENTERPRISE).path("manager").path("value").asString()).isEqualTo(bob.path("id").asString());
        assertThat(alice.path("groups").path(0).path("display").asString()).isEqualTo(name);
    }

    @Test
    void theGoodOperationsOfABulkRequestAreDoneAndTheBadOnesSayWhy() {
        String name = TestServer.unique("mixed");
        String known = id(api.post("/scim/v2/Users", user(name + "-known")));
        String leaving = id(api.post("/scim/v2/Users", user(name + "-leaving")));
        JsonNode answer = ok(bulk(0,
                operation("POST", "/Users", "1", user(name + "-new")),
                operation("POST", "/Users", "2", user(name + "-NEW")),
                operation("POST", "/Users", "3", user(name + "-known")),
                operation("POST", "/Users", "4", user(name + "-bad", Map.of("emails", List.of(Map.of("value", "no address"))))),
                operation("PATCH", "/Users/" + known, null, Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                        "Operations", List.of(Map.of("op", "replace", "path", "active", "value", false)))),
                operation("PUT", "/Users/" + known, null, user(name + "-known", Map.of("title", "Boss"))),
                operation("DELETE", "/Users/" + leaving, null, null),
                operation("DELETE", "/Users/" + leaving, null, null),
                operation("POST", "/Users", "5", user(name + "-leaving")),
                operation("POST", "/Groups", "6", group(name, Map.of(), "nobody")),
                operation("POST", "/Groups", "7", group(name, Map.of(), known))));
        assertThat(statuses(answer)).as(answer.toString())
                .containsExactly("201", "409", "409", "400", "200", "200", "204", "404", "201", "400", "201");
        assertThat(answer.path("Operations").path(2).path("response").path("scimType").asString()).isEqualTo("uniqueness");
        assertThat(answer.path("Operations").path(3).path("response").path("detail").asString()).contains("not an email address");
        JsonNode read = ok(api.get("/scim/v2/Users/" + known));
        assertThat(read.path("active").asBoolean()).isFalse();
        assertThat(read.path("title").asString()).isEqualTo("Boss");
        assertThat(read.path("groups").path(0).path("display").asString()).isEqualTo(name);
        String location = answer.path("Operations").path(0).path("location").asString();
        Answer made = api.get(location.substring(location.indexOf("/scim/")));
        assertThat(made.json().path("userName").asString()).isEqualTo(name + "-new");
        assertThat(answer.path("Operations").path(0).path("version").asString()).isEqualTo(made.header("ETag"));
        assertThat(answer.path("Operations").path(5).path("version").asString()).isNotBlank();
    }

    @Test
    void aBulkRequestStopsAfterSoManyErrors() {
        String name = TestServer.unique("stop");
        Answer answer = bulk(1,
                operation("POST", "/Users", "1", user(name + "-first")),
                operation("POST", "/Users", "2", user(name + "-first")),
                operation("POST", "/Users", "3", user(name + "-third")));
        assertThat(statuses(answer.json()).subList(0, 2)).containsExactly("201", "409");
        assertThat(find("userName eq \"" + name + "-first\"").isMissingNode()).isFalse();
        assertThat(find("userName eq \"" + name + "-third\"").isMissingNode()).isTrue();
    }

    @Test
    void aBulkRequestHasItsLimits() {
        List<Map<String, Object>> many = IntStream.range(0, 1001).mapToObj(number -> operation("DELETE", "/Users/x", null, null)).toList();
        assertThat(api.post("/scim/v2/Bulk", Map.of("schemas", List.of(BULK), "Operations", many)).status()).isIn(400, 413);
        assertRefused(api.post("/scim/v2/Users", user("x".repeat(1 << 20))), 413, null);
    }

    static List<String> hostileBodies() {
        List<String> bodies = new ArrayList<>(List.of(
                "", "null", "[]", "\"text\"", "7", "{", "{\"userName\":", "{}", "{\"schemas\":7,\"userName\":true}",
                "[".repeat(100_000), "{\"a\":".repeat(40_000) + "1" + "}".repeat(40_000),
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":{\"a\":1}}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":[\"a\"]}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\\u0000b\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\\nb\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + "x".repeat(5_000) + "\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h1\",\"active\":\"perhaps\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h2\",\"emails\":\"a@b.example\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h3\",\"emails\":[[1],{\"value\":7}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h4\",\"name\":\"Ada\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h5\",\"" + ScimUsersTest.ENTERPRISE + "\":7}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h6\",\"" + ScimUsersTest.ENTERPRISE
                        + "\":{\"manager\":{\"value\":\"nobody\"}}}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h7\",\"photos\":[{\"value\":\"not a uri \\u0001\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h8\",\"x509Certificates\":[{\"value\":\"***\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"h9\",\"phoneNumbers\":[{\"value\":\"" + "1".repeat(500) + "\"}]}",
                "{\"schemas\":[\"urn:nobody\"],\"userName\":\"h10\"}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":7}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"explode\",\"path\":\"title\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"path\":\"nobody[a eq\",\"value\":1}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"path\":\"name\",\"value\":[1]}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\",\"value\":\"text\"}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\",\"path\":\"emails\",\"value\":7}]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"remove\"}]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":{}}",
                "{\"schemas\":[\"" + BULK + "\"],\"failOnErrors\":\"many\",\"Operations\":[]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[7,null,\"x\"]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[{\"method\":\"BREW\",\"path\":\"/Users\"}]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"/Nothing\",\"bulkId\":\"1\",\"data\":{}}]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"\",\"bulkId\":\"1\",\"data\":\"{\"}]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[{\"method\":\"PUT\",\"path\":\"/Users/bulkId:1\",\"bulkId\":\"1\",\"data\":\"x\"}]}",
                "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"/Bulk\",\"bulkId\":\"1\",\"data\":{\"schemas\":[\"" + BULK + "\"],\"Operations\":[]}}]}"));
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void aBodyThatMakesNoSenseIsRefusedNotBrokenOver(String body) {
        String id = id(api.post("/scim/v2/Users", user(TestServer.unique("victim"))));
        String group = id(api.post("/scim/v2/Groups", group(TestServer.unique("victims"), Map.of(), id)));
        for (String[] way : new String[][] {{"POST", "/Users"}, {"PUT", "/Users/" + id}, {"PATCH", "/Users/" + id}, {"POST", "/Users/.search"},
                {"POST", "/Groups"}, {"PUT", "/Groups/" + group}, {"PATCH", "/Groups/" + group}, {"POST", "/Bulk"}}) {
            Answer answer = api.send(way[0], "/scim/v2" + way[1], BodyPublishers.ofString(body), "application/scim+json");
            assertThat(answer.status()).as(way[0] + " " + way[1] + " " + answer.text()).isLessThan(500);
            assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        }
        assertThat(api.get("/scim/v2/Users/" + id).status()).isEqualTo(200);
    }

    static List<String> hostileFilters() {
        return List.of("userName", "userName eq", "eq \"x\"", "userName eq \"x", "nobody eq \"x\"", "userName eq 7", "active eq \"x\"",
                "active co true", "userName eq \"x\" and", "not", "(".repeat(3_000) + "userName pr" + ")".repeat(3_000),
                "not (".repeat(2_000) + "userName pr" + ")".repeat(2_000), "userName eq \"" + "x".repeat(6_000) + "\"",
                "userName pr" + " or userName pr".repeat(400), "userName eq \"\u0000\"", "userName eq \"';drop table users;--\"",
                "emails[type eq \"work\"", "emails[", "meta.created gt \"yesterday\"", "id gt \"x\" or id co \"%\"", "x509Certificates.value pr",
                "addresses[nobody eq 1]", "password eq \"x\"", "userName eq null", "emails eq null", "groups.value eq \"x\"", "manager eq \"x\"",
                "userName co \"%_\\\\\"", "name eq \"x\"", "emails pr", "active pr", "externalId ne \"x\" and id ne \"x\"", "title gt \"a\"",
                "meta.location eq \"x\" and userName eq \"nobody\"", "groups.display eq \"x\" and userName eq \"nobody\"", "🙂 eq \"🙂\"");
    }

    @ParameterizedTest
    @MethodSource("hostileFilters")
    void aFilterThatMakesNoSenseIsRefusedNotBrokenOver(String filter) {
        for (String type : List.of("/Users", "/Groups")) {
            Answer answer = filter.length() > 5_000
                    ? api.post("/scim/v2" + type + "/.search", Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"), "filter", filter))
                    : api.get("/scim/v2" + type + "?count=1&filter=" + encoded(filter));
            assertThat(answer.status()).as(type + " " + answer.text()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users?startIndex=x", "/Users?startIndex=-5&count=-1", "/Users?count=99999999999", "/Users?startIndex=99999999999999999999",
        "/Users?sortBy=nobody", "/Users?sortBy=phoneNumbers&sortOrder=up", "/Users?sortBy=addresses.country", "/Users?attributes=nobody",
        "/Users?attributes=userName&excludedAttributes=userName", "/Users?startIndex=9223372036854775807&count=1", "/Nothing", "/", "", "/Users/x/y",
        "/Users/%20", "/Users/x%00", "/Schemas/nobody", "/ResourceTypes/nobody", "/Users?filter=%", "/Bulk", "/.search"})
    void anAddressThatMakesNoSenseIsRefusedNotBrokenOver(String path) {
        HttpLine line = HttpLine.get(server.url(), "/scim/v2" + path, TestServer.TOKEN);
        assertThat(line.status()).as(line.body()).isLessThan(500);
    }

    @Test
    void methodsThatAreNotThereAreRefused() {
        for (String method : List.of("HEAD", "TRACE", "PROPFIND")) {
            assertThat(api.send(method, "/scim/v2/Users", null).status()).isBetween(400, 499);
        }
        assertRefused(api.delete("/scim/v2/ServiceProviderConfig/x"), 501, null);
        assertThat(api.post("/scim/v2/Schemas", Map.of()).status()).isBetween(400, 501);
        assertThat(api.send("POST", "/scim/v2/Users", BodyPublishers.ofString("a=b"), "text/plain").status()).isBetween(400, 415);
    }

    private Answer bulk(int failOnErrors, Object... operations) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("schemas", List.of(BULK), "Operations", List.of(operations)));
        if (failOnErrors > 0) {
            body.put("failOnErrors", failOnErrors);
        }
        return api.post("/scim/v2/Bulk", body);
    }

    static Map<String, Object> operation(String method, String path, String bulkId, Object data) {
        Map<String, Object> operation = new LinkedHashMap<>(Map.of("method", method, "path", path));
        if (bulkId != null) {
            operation.put("bulkId", bulkId);
        }
        if (data != null) {
            operation.put("data", data);
        }
        return operation;
    }

    private static Map<String, Object> group(String name, Map<String, Object> further, String... members) {
        Map<String, Object> body = new LinkedHashMap<>(further);
        body.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"));
        body.put("displayName", name);
        body.put("members", List.of(members).stream().map(id -> Map.of("value", id)).toList());
        return body;
    }

    private static List<String> statuses(JsonNode bulk) {
        return bulk.path("Operations").valueStream().map(operation -> operation.path("status").asString()).toList();
    }

    private static String id(Answer made) {
        return ok(made).path("id").asString();
    }

    private List<String> members(String path) {
        return ok(api.get(path)).path("members").valueStream().map(member -> member.path("value").asString()).toList();
    }

    private List<String> found(String filter) {
        return ok(api.get("/scim/v2/Groups?filter=" + encoded(filter))).path("Resources").valueStream().map(one -> one.path("displayName").asString()).toList();
    }

    private JsonNode find(String filter) {
        return ok(api.get("/scim/v2/Users?filter=" + encoded(filter))).path("Resources").path(0);
    }
}
