package dev.syncline.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /Users} as RFC 7643 and RFC 7644 want them. */
class ScimUsersTest {

    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiClient api = TestServer.shared().api();

    @Test
    void whatAClientWroteIsAnsweredBack() {
        String name = TestServer.unique("barbara");
        String manager = ok(api.post("/scim/v2/Users", user(TestServer.unique("boss")))).path("id").asString();
        String body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%s"],"userName":"%s","externalId":"ext-%s",
                 "name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara","middleName":"Jane",
                         "honorificPrefix":"Ms.","honorificSuffix":"III"},
                 "displayName":"Babs Jensen","nickName":"Babs","profileUrl":"https://login.example.com/bjensen","title":"Tour Guide",
                 "userType":"Employee","preferredLanguage":"en-US","locale":"en-US","timezone":"America/Los_Angeles","active":true,
                 "emails":[{"value":"babs@jensen.org","type":"home"},{"value":"bjensen@example.com","type":"work","primary":true}],
                 "phoneNumbers":[{"value":"+1 555 555 4444","type":"mobile"},{"value":"+1 555 555 5555","type":"work"}],
                 "ims":[{"value":"someaimhandle","type":"aim"}],
                 "photos":[{"value":"https://photos.example.com/profilephoto/72930000000Ccne/F","type":"photo"}],
                 "addresses":[{"streetAddress":"100 Universal City Plaza","locality":"Hollywood","region":"CA","postalCode":"91608",
                               "country":"US","formatted":"100 Universal City Plaza\\nHollywood","type":"work","primary":true}],
                 "entitlements":[{"value":"parking"}],"roles":[{"value":"guide"}],
                 "%s":{"employeeNumber":"701984","costCenter":"4130","organization":"Universal Studios","division":"Theme Park",
                       "department":"Tour Operations","manager":{"value":"%s"}}}
                """.formatted(ENTERPRISE, name, name, ENTERPRISE, manager);
        Answer created = scim("POST", "/scim/v2/Users", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Content-Type")).startsWith("application/scim+json");
        JsonNode read = ok(api.get("/scim/v2/Users/" + created.json().path("id").asString()));
        assertThat(created.header("Location")).isEqualTo(read.path("meta").path("location").asString()).endsWith("/scim/v2/Users/" + read.path("id").asString());
        assertThat(read.path("meta").path("resourceType").asString()).isEqualTo("User");
        JsonNode wanted = JSON.readTree(body);
        wanted.propertyNames().stream().filter(field -> !field.equals(ENTERPRISE)).forEach(field ->
                assertThat(read.path(field)).as(field).isEqualTo(wanted.path(field)));
        assertThat(read.path(ENTERPRISE).path("department").asString()).isEqualTo("Tour Operations");
        assertThat(read.path(ENTERPRISE).path("employeeNumber").asString()).isEqualTo("701984");
        assertThat(read.path(ENTERPRISE).path("manager").path("value").asString()).isEqualTo(manager);
        assertThat(created.json()).isEqualTo(read);

        JsonNode known = ok(api.get("/api/v1/users/" + read.path("id").asString()));
        assertThat(known.path("email").asString()).isEqualTo("bjensen@example.com");
        assertThat(known.path("phone").asString()).isEqualTo("+1 555 555 5555");
        assertThat(known.path("managerId").asString()).isEqualTo(manager);
        assertThat(known.path("attributes").path("title").asString()).isEqualTo("Tour Guide");
        assertThat(known.path("attributes").path("costCenter").asString()).isEqualTo("4130");
        assertThat(known.path("organizationId").isMissingNode() || known.path("organizationId").isNull()).isTrue();
    }

    @Test
    void aUserNameAndAnExternalIdAreTakenOnce() {
        String name = TestServer.unique("taken");
        Map<String, Object> body = user(name, Map.of("externalId", "x-" + name));
        String id = ok(api.post("/scim/v2/Users", body)).path("id").asString();
        assertRefused(api.post("/scim/v2/Users", user(name.toUpperCase(Locale.ROOT))), 409, "uniqueness");
        assertRefused(api.post("/scim/v2/Users", user(TestServer.unique("other"), Map.of("externalId", "x-" + name))), 409, "uniqueness");
        assertThat(api.delete("/scim/v2/Users/" + id).status()).isEqualTo(204);
        assertRefused(api.get("/scim/v2/Users/" + id), 404, null);
        assertRefused(api.delete("/scim/v2/Users/" + id), 404, null);
        assertThat(api.post("/scim/v2/Users", body).status()).isEqualTo(201);
    }

    @Test
    void patchChangesWhatItNames() {
        String name = TestServer.unique("patched");
        JsonNode made = ok(api.post("/scim/v2/Users", user(name, Map.of("title", "Clerk", "addresses",
                List.of(Map.of("type", "work", "locality", "Oslo"), Map.of("type", "home", "locality", "Bergen"))))));
        String path = "/scim/v2/Users/" + made.path("id").asString();
        JsonNode patched = ok(api.patch(path, operations("""
                {"op":"replace","path":"name.familyName","value":"Hansen"},
                {"op":"add","path":"emails","value":[{"value":"%s@example.com","type":"work"}]},
                {"op":"remove","path":"title"},
                {"op":"replace","path":"addresses[type eq \\"work\\"].locality","value":"Trondheim"},
                {"op":"add","value":{"nickName":"Nils","%s:department":"Fish"}}""".formatted(name, ENTERPRISE))));
        assertThat(patched.path("name").path("familyName").asString()).isEqualTo("Hansen");
        assertThat(patched.path("title").isMissingNode()).isTrue();
        assertThat(patched.path("addresses").path(0).path("locality").asString()).isEqualTo("Trondheim");
        assertThat(patched.path("addresses").path(1).path("locality").asString()).isEqualTo("Bergen");
        JsonNode read = ok(api.get(path));
        assertThat(read.path("nickName").asString()).isEqualTo("Nils");
        assertThat(read.path(ENTERPRISE).path("department").asString()).isEqualTo("Fish");
        assertThat(ok(api.get("/api/v1/users/" + made.path("id").asString())).path("email").asString()).isEqualTo(name + "@example.com");
        assertThat(read.path("meta").path("version").asString()).isNotEqualTo(made.path("meta").path("version").asString());
    }

    @Test
    void entraSwitchesPeopleOffInItsOwnWay() {
        JsonNode made = ok(api.post("/scim/v2/Users", user(TestServer.unique("entra"))));
        String path = "/scim/v2/Users/" + made.path("id").asString();
        ok(api.patch(path, operations("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")));
        assertThat(ok(api.get(path)).path("active").asBoolean()).isFalse();
        ok(api.patch(path, operations("{\"op\":\"replace\",\"value\":{\"active\":true}}")));
        assertThat(ok(api.get(path)).path("active").asBoolean()).isTrue();
    }

    @Test
    void putReplacesAndLeavesTheStatusWhenItSaysNothing() {
        String name = TestServer.unique("put");
        JsonNode made = ok(api.post("/scim/v2/Users", user(name, Map.of("title", "Old", "active", false))));
        JsonNode after = ok(api.put("/scim/v2/Users/" + made.path("id").asString(), user(name, Map.of("nickName", "New"))));
        assertThat(after.path("title").isMissingNode()).isTrue();
        assertThat(after.path("nickName").asString()).isEqualTo("New");
        assertThat(after.path("active").asBoolean()).isFalse();
        assertRefused(api.put("/scim/v2/Users/" + name, user(name)), 404, null);
    }

    @Test
    void aVersionThatIsNotTheLastIsRefused() {
        String name = TestServer.unique("etag");
        Answer made = api.post("/scim/v2/Users", user(name));
        String path = "/scim/v2/Users/" + made.json().path("id").asString();
        String tag = made.header("ETag");
        assertThat(tag).isEqualTo(made.json().path("meta").path("version").asString()).startsWith("W/\"");
        assertThat(api.with("If-None-Match", tag).get(path).status()).isEqualTo(304);
        Answer changed = api.ifMatch(tag).put(path, user(name, Map.of("addresses", List.of(Map.of("country", "NO")))));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertRefused(api.ifMatch(tag).put(path, user(name)), 412, null);
        assertRefused(api.ifMatch(tag).patch(path, operations("{\"op\":\"remove\",\"path\":\"title\"}")), 412, null);
        assertRefused(api.ifMatch(tag).delete(path), 412, null);
        assertThat(api.ifMatch(changed.header("ETag")).delete(path).status()).isEqualTo(204);
    }

    @Test
    void filtersFindByWhatIsWrittenWhateverItsCase() {
        String mark = TestServer.unique("zz");
        for (String one : List.of("Ada", "Bo", "Cy")) {
            ok(api.post("/scim/v2/Users", user(mark + one, Map.of("externalId", mark + "-" + one, "title", mark, "active", !one.equals("Cy"),
                    "emails", List.of(Map.of("value", one + "@" + mark + ".example", "type", "work"), Map.of("value", one + "@home." + mark + ".example", "type", "home")),
                    "addresses", List.of(Map.of("country", one.equals("Ada") ? "DE" : "FR"))))));
        }
        assertThat(names("userName eq \"" + mark.toUpperCase(Locale.ROOT) + "ADA\"")).containsExactly(mark + "Ada");
        assertThat(names("externalId eq \"" + mark + "-Bo\"")).containsExactly(mark + "Bo");
        assertThat(names("externalId eq \"" + mark + "-BO\"")).as("an external id is exact").isEmpty();
        assertThat(names("userName sw \"" + mark + "\" and active eq false")).containsExactly(mark + "Cy");
        assertThat(names("userName sw \"" + mark + "\" and not (active eq false)")).containsExactly(mark + "Ada", mark + "Bo");
        assertThat(names("emails.value eq \"BO@HOME." + mark + ".example\"")).containsExactly(mark + "Bo");
        assertThat(names("emails eq \"bo@" + mark + ".example\"")).containsExactly(mark + "Bo");
        assertThat(names("emails co \"" + mark + ".example\" and userName ew \"cy\"")).containsExactly(mark + "Cy");
        assertThat(names("emails[type eq \"work\" and value eq \"ada@" + mark + ".example\"]")).containsExactly(mark + "Ada");
        assertThat(names("emails[type eq \"home\" and value eq \"ada@" + mark + ".example\"]")).isEmpty();
        assertThat(names("title eq \"" + mark + "\" and addresses.country eq \"fr\"")).containsExactly(mark + "Bo", mark + "Cy");
        assertThat(names("title eq \"" + mark + "\" and (userName eq \"" + mark + "ada\" or userName eq \"" + mark + "cy\")")).containsExactly(mark + "Ada", mark + "Cy");
        assertThat(names("title eq \"" + mark + "\" and name.givenName pr")).isEmpty();
        assertThat(names("title eq \"" + mark + "\" and meta.lastModified gt \"2020-01-01T00:00:00Z\"")).hasSize(3);
        assertThat(names("id eq \"nobody\"")).isEmpty();
        assertThat(names("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"" + mark + "bo\"")).containsExactly(mark + "Bo");
    }

    @Test
    void listsArePagedSortedAndCut() {
        String mark = TestServer.unique("page");
        for (String one : List.of("c", "a", "b")) {
            ok(api.post("/scim/v2/Users", user(mark + one, Map.of("title", mark))));
        }
        String filter = "filter=" + encoded("title eq \"" + mark + "\"");
        JsonNode page = ok(api.get("/scim/v2/Users?" + filter + "&sortBy=userName&startIndex=2&count=1&attributes=userName"));
        assertThat(page.path("totalResults").asInt()).isEqualTo(3);
        assertThat(page.path("startIndex").asInt()).isEqualTo(2);
        assertThat(page.path("itemsPerPage").asInt()).isEqualTo(1);
        JsonNode only = page.path("Resources").path(0);
        assertThat(only.path("userName").asString()).isEqualTo(mark + "b");
        assertThat(only.path("title").isMissingNode()).isTrue();
        assertThat(only.path("id").isMissingNode()).isFalse();
        JsonNode descending = ok(api.post("/scim/v2/Users/.search", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"title eq \\"%s\\"","sortBy":"userName",
                 "sortOrder":"descending","excludedAttributes":["title"],"count":2}""".formatted(mark)));
        assertThat(descending.path("Resources").valueStream().map(one -> one.path("userName").asString())).containsExactly(mark + "c", mark + "b");
        assertThat(descending.path("Resources").path(0).path("title").isMissingNode()).isTrue();
        JsonNode none = ok(api.get("/scim/v2/Users?" + filter + "&count=0"));
        assertThat(none.path("totalResults").asInt()).isEqualTo(3);
        assertThat(none.path("Resources").size()).isZero();
    }

    @Test
    void anAdministratorsValueIsToldAndStays() {
        String name = TestServer.unique("edited");
        JsonNode made = ok(api.post("/scim/v2/Users", user(name, Map.of("emails", List.of(Map.of("value", name + "@old.example", "type", "work"))))));
        String path = "/api/v1/users/" + made.path("id").asString();
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("userName", name, "displayName", name, "email", name + "@new.example")));
        JsonNode read = ok(api.get("/scim/v2/Users/" + made.path("id").asString()));
        assertThat(read.path("emails").size()).isEqualTo(1);
        assertThat(read.path("emails").path(0).path("value").asString()).isEqualTo(name + "@new.example");
        assertThat(read.path("emails").path(0).path("type").asString()).isEqualTo("work");
    }

    private List<String> names(String filter) {
        return ok(api.get("/scim/v2/Users?sortBy=userName&filter=" + encoded(filter))).path("Resources").valueStream()
                .map(one -> one.path("userName").asString()).toList();
    }

    private Answer scim(String method, String path, String body) {
        return api.send(method, path, BodyPublishers.ofString(body), "application/scim+json");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, Object> user(String userName) {
        return user(userName, Map.of());
    }

    static Map<String, Object> user(String userName, Map<String, Object> further) {
        Map<String, Object> body = new LinkedHashMap<>(further);
        body.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
        body.put("userName", userName);
        return body;
    }

    static String operations(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }

    static void assertRefused(Answer answer, int status, String scimType) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        assertThat(answer.json().path("schemas").path(0).asString()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(answer.json().path("status").asString()).isEqualTo(String.valueOf(status));
        assertThat(answer.json().path("detail").asString()).contains(" ");
        if (scimType != null) {
            assertThat(answer.json().path("scimType").asString()).isEqualTo(scimType);
        }
    }
}
