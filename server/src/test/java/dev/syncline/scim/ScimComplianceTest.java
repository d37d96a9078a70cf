package dev.syncline.scim;

import static dev.syncline.scim.ScimUsersTest.ENTERPRISE;
import static dev.syncline.scim.ScimUsersTest.assertRefused;
import static dev.syncline.scim.ScimUsersTest.encoded;
import static dev.syncline.scim.ScimUsersTest.ok;
import static dev.syncline.scim.ScimUsersTest.operations;
import static dev.syncline.scim.ScimUsersTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What suites for compliance with RFC 7643 and RFC 7644 ask, and clients that read strictly trip over. */
class ScimComplianceTest {

    private static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private final ApiClient api = TestServer.shared().api();

    @Test
    void nobodyIsMe() {
        assertRefused(api.get("/scim/v2/Me"), 501, null);
        assertRefused(api.patch("/scim/v2/Me", operations("{\"op\":\"remove\",\"path\":\"title\"}")), 501, null);
    }

    @Test
    void theServiceDescribesItselfInWordsOfTheStandardAlone() {
        JsonNode types = ok(api.get("/scim/v2/ResourceTypes"));
        assertThat(types.path("Resources").valueStream().map(type -> type.path("id").asString())).containsExactlyInAnyOrder("User", "Group");
        assertThat(types.path("totalResults").asInt()).isEqualTo(2);
        JsonNode schemas = ok(api.get("/scim/v2/Schemas"));
        for (JsonNode description : List.of(types, ok(api.get("/scim/v2/ResourceTypes/User")), schemas)) {
            assertThat(description.toString()).doesNotContain("urn:gold", "\"resource\"");
        }
        JsonNode group = ok(api.get("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group"));
        assertThat(group.toString()).contains("\"referenceTypes\":[\"User\"]");
        JsonNode user = ok(api.get("/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"));
        assertThat(user.path("attributes").valueStream().filter(attribute -> attribute.path("name").asString().equals("roles"))
                .flatMap(roles -> roles.path("subAttributes").valueStream()).filter(sub -> sub.path("name").asString().equals("display"))
                .map(display -> display.path("type").asString())).containsExactly("string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "name.middleName", "emails", "addresses", ENTERPRISE + ":manager", ENTERPRISE})
    void removingWhatIsNotThereIsDone(String path) {
        String one = create(Map.of());
        assertThat(api.patch(one, operations("{\"op\":\"remove\",\"path\":\"" + path + "\"}")).status()).isIn(200, 204);
    }

    @Test
    void aFilterThatFindsNothingHasNoTarget() {
        String one = create(Map.of("emails", List.of(Map.of("value", "ada@work.example", "type", "work"))));
        assertRefused(api.patch(one, operations("{\"op\":\"replace\",\"path\":\"emails[value co \\\"nobody\\\"].type\",\"value\":\"home\"}")), 400, "noTarget");
        assertRefused(api.patch(one, operations("{\"op\":\"remove\"}")), 400, "noTarget");
    }

    @Test
    void oneOfSeveralValuesIsFoundAndChangedByItsType() {
        String name = TestServer.unique("several");
        String one = create(Map.of("userName", name, "emails", List.of(Map.of("value", name + "@work.example", "type", "work", "primary", true),
                Map.of("value", name + "@home.example", "type", "home"))));
        assertThat(found("emails[type eq \"work\"].value eq \"" + name + "@work.example\"")).isEqualTo(1);
        assertThat(found("emails[type eq \"home\" and value eq \"" + name + "@work.example\"]")).isZero();
        assertThat(found("emails.value eq \"" + name + "@home.example\"")).isEqualTo(1);
        ok(api.patch(one, operations("{\"op\":\"replace\",\"path\":\"emails[type eq \\\"home\\\"].value\",\"value\":\"new-" + name + "@home.example\"}")));
        assertThat(found("emails[type eq \"home\"].value eq \"new-" + name + "@home.example\"")).isEqualTo(1);
        ok(api.patch(one, operations("{\"op\":\"remove\",\"path\":\"emails[type eq \\\"home\\\"]\"}")));
        assertThat(ok(api.get(one)).path("emails").valueStream().map(email -> email.path("type").asString())).containsExactly("work");
    }

    @Test
    void anyVersionWillDoAndAnotherOneWillNot() {
        String one = create(Map.of());
        assertThat(api.ifMatch("*").patch(one, operations("{\"op\":\"add\",\"path\":\"title\",\"value\":\"Guide\"}")).status()).isEqualTo(200);
        assertRefused(api.ifMatch("W/\"0.0\"").patch(one, operations("{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}")), 412, null);
        assertRefused(api.ifMatch("W/\"0.0\"").delete(one), 412, null);
        assertThat(api.ifMatch(api.get(one).header("ETag")).delete(one).status()).isEqualTo(204);
    }

    @Test
    void onlyTheAttributesAskedForComeBack() {
        String one = create(Map.of("name", Map.of("givenName", "Ada", "familyName", "Boss"), "title", "Guide"));
        JsonNode few = ok(api.get(one + "?attributes=title,name.givenName"));
        assertThat(few.propertyNames()).as("its schema says that userName always comes").containsExactlyInAnyOrder("schemas", "id", "userName", "title", "name");
        assertThat(few.path("name").propertyNames()).containsExactly("givenName");
        assertThat(ok(api.get(one + "?excludedAttributes=title,name")).propertyNames()).contains("userName").doesNotContain("title", "name");
        assertRefused(api.get(one + "?attributes=nobody"), 400, "invalidPath");
    }

    @Test
    void aSearchAtTheRootGoesOverUsersAndGroups() {
        String mark = TestServer.unique("zzroot");
        for (String number : List.of("1", "2")) {
            create(Map.of("userName", mark + number, "displayName", mark + number));
            ok(api.post("/scim/v2/Groups", Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"), "displayName", mark + number)));
        }
        JsonNode all = search("displayName sw \"" + mark + "\"", 1, 10);
        assertThat(all.path("totalResults").asInt()).isEqualTo(4);
        assertThat(types(all)).containsExactly("User", "User", "Group", "Group");
        assertThat(types(search("displayName sw \"" + mark + "\"", 2, 2))).containsExactly("User", "Group");
        assertThat(types(search("displayName sw \"" + mark + "\"", 4, 2))).containsExactly("Group");
        assertThat(types(search("userName sw \"" + mark + "\"", 1, 10))).as("groups have none").containsExactly("User", "User");
        assertRefused(api.post("/scim/v2/.search", Map.of("schemas", List.of(SEARCH), "filter", "nobody eq 1")), 400, "invalidFilter");
    }

    @ParameterizedTest
    @CsvSource({"remove,userName,mutability", "remove,id,mutability", "replace,nobody,invalidPath", "replace,nobody.at.all,invalidPath",
        "replace,emails[type xx 1].value,invalidFilter"})
    void aPatchThatIsRefusedSaysWhatIsWrong(String op, String path, String scimType) {
        String value = op.equals("remove") ? "" : ",\"value\":\"x\"";
        assertRefused(api.patch(create(Map.of()), operations("{\"op\":\"" + op + "\",\"path\":\"" + path + "\"" + value + "}")), 400, scimType);
    }

    @Test
    void everyOtherRefusalHasItsTypeToo() {
        assertRefused(api.post("/scim/v2/Users", Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"))), 400, "invalidValue");
        assertRefused(api.get("/scim/v2/Users?filter=" + encoded("userName xx \"a\"")), 400, "invalidFilter");
        assertRefused(api.get("/scim/v2/Users?filter=" + encoded("(userName eq \"a\"")), 400, "invalidFilter");
    }

    @Test
    void anExtensionMayNameItsSchemaInAPatch() {
        String one = create(Map.of());
        ok(api.patch(one, operations("{\"op\":\"add\",\"path\":\"" + ENTERPRISE + "\",\"value\":{\"schemas\":[\"" + ENTERPRISE
                + "\"],\"costCenter\":\"7\"}}")));
        assertThat(ok(api.get(one)).path(ENTERPRISE).path("costCenter").asString()).isEqualTo("7");
    }

    /** The path of a new user. */
    private String create(Map<String, Object> further) {
        Answer made = api.post("/scim/v2/Users", user(String.valueOf(further.getOrDefault("userName", TestServer.unique("strict"))), further));
        return "/scim/v2/Users/" + ok(made).path("id").asString();
    }

    private int found(String filter) {
        return ok(api.get("/scim/v2/Users?count=0&filter=" + encoded(filter))).path("totalResults").asInt();
    }

    private JsonNode search(String filter, int startIndex, int count) {
        return ok(api.post("/scim/v2/.search", Map.of("schemas", List.of(SEARCH), "filter", filter, "startIndex", startIndex, "count", count)));
    }

    private static List<String> types(JsonNode list) {
        return list.path("Resources").valueStream().map(resource -> resource.path("meta").path("resourceType").asString()).toList();
    }
}
