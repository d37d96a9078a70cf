package dev.syncline.fuzz;

import dev.syncline.fuzz.RawRequest.Framing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What identity providers push in, wrong in a place or two (RFC 7644). */
final class ScimRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USER = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"], "userName": "%1$s", "externalId": "hr-%1$s",
             "name": {"givenName": "Ada", "familyName": "Fisher"}, "active": true, "emails": [{"value": "%1$s@example.com", "type": "work", "primary": true}],
             "phoneNumbers": [{"value": "+49 30 1", "type": "work"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "HQ", "employeeNumber": "7", "manager": {"value": "%2$s"}}}""";
    private static final String GROUP = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%1$s", "externalId": "g-%1$s", "members": [{"value": "%2$s"}]}""";
    private static final String PATCH = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "replace", "path": "%s", "value": "x"}, {"op": "add", "value": {"title": "y"}}]}""";
    private static final String BULK = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "failOnErrors": 1, "Operations": [{"method": "POST", "path": "/Users", "bulkId": "a", "data": %s},
             {"method": "PATCH", "path": "/Users/bulkId:a", "data": {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "remove", "path": "emails"}]}}]}""";
    private static final String SEARCH = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": "userName sw \\"a\\"", "startIndex": 1, "count": 10, "attributes": ["userName"], "sortBy": "userName"}""";
    private static final List<String> FILTERS = List.of("userName eq \"ada\"", "emails[type eq \"work\" and value co \"@\"]", "not (active eq true) or externalId pr", "meta.lastModified gt \"2026-01-01T00:00:00Z\"",
            "name.familyName sw \"A\" and (title pr or userType ne \"x\")", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"HQ\"", "id eq 1", "active eq \"true\"", "userName in x",
            "((((((userName pr))))))", "members.value eq \"x\"", "displayName co \"%\"");
    private static final List<String> PATHS = List.of("userName", "name.familyName", "emails[type eq \\\"work\\\"].value", "emails[type eq", "members[value eq \\\"x\\\"]", "active", "title",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "a.b.c", "emails.type", "x[y[z]]", "");

    private final World world;
    private final Envelope envelope;

    ScimRequests(World world) {
        this.world = world;
        this.envelope = new Envelope(world);
    }

    RawRequest make(Dice dice) {
        String kind = dice.of("Users", "Users", "Users", "Groups");
        String collection = kind.equals("Users") ? "/api/v1/users" : "/api/v1/groups";
        String one = "/" + kind + "/" + world.id(dice, collection, true);
        String unique = "scim-" + Long.toHexString(dice.anyLong());
        String resource = (kind.equals("Users") ? USER : GROUP).formatted(unique, world.id(dice, "/api/v1/users", false));
        RawRequest right = switch (dice.below(12)) {
            case 0, 1 -> request(dice, "GET", "/" + kind + query(dice), null);
            case 2 -> request(dice, "GET", one + query(dice), null);
            case 3, 4 -> request(dice, "POST", "/" + kind, resource);
            case 5 -> request(dice, "PUT", one, resource);
            case 6, 7, 8 -> request(dice, "PATCH", one, PATCH.formatted(dice.of(PATHS)));
            case 9 -> request(dice, "POST", dice.of("/.search", "/Users/.search"), SEARCH);
            case 10 -> dice.oneIn(3) ? request(dice, "POST", "/Bulk", BULK.formatted(resource)) : request(dice, "DELETE", one, null);
            default -> request(dice, "GET", dice.of("/Schemas", "/ResourceTypes", "/ServiceProviderConfig", "/Me", "/nothing", "/Users/", "/Schemas/urn:x", "") + query(dice), null);
        };
        return dice.oneIn(5) ? envelope.broken(dice, right) : right;
    }

    private RawRequest request(Dice dice, String method, String path, String body) {
        List<String> headers = new ArrayList<>(List.of(envelope.host(dice), envelope.caller(dice, path), "Content-Type: " + dice.of("application/scim+json", "application/json")));
        JsonNode whole = body == null ? null : JSON.readTree(body);
        return new RawRequest(method + " /scim/v2" + path + " HTTP/1.1", headers, whole == null ? new byte[0] : Breakage.of(dice, whole), Framing.LENGTH);
    }

    private static String query(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> "";
            case 1 -> "?startIndex=" + dice.of("0", "-1", "2", "99999999999", "x") + "&count=" + dice.of("0", "-5", "1", "201", "2147483648", "x");
            case 2 -> "?attributes=" + encoded(dice.of("userName", "emails.value", "a b", Nasty.text(dice))) + "&excludedAttributes=" + encoded(dice.of("name", "id", Nasty.text(dice)));
            case 3 -> "?sortBy=" + encoded(dice.of("userName", "name.familyName", Nasty.text(dice))) + "&sortOrder=" + dice.of("ascending", "descending", "up");
            default -> "?filter=" + encoded(dice.oneIn(3) ? damaged(dice, dice.of(FILTERS)) : dice.of(FILTERS)) + "&count=3";
        };
    }

    private static String damaged(Dice dice, String filter) {
        return new String(Nasty.damaged(dice, filter.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.length() > 3_000 ? text.substring(0, 3_000) : text, StandardCharsets.UTF_8);
    }
}
