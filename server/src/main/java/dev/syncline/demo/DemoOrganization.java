package dev.syncline.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Example Corp as it has been set up, and where to find something in it.
 *
 * @param organizations code to id
 * @param applications name to id
 */
record DemoOrganization(DemoClient api, Map<String, String> organizations, Map<String, String> applications) {

    private static final int PATIENCE_SECONDS = 180;

    /** Users of a department, in the order of their user names. */
    List<JsonNode> people(String department, int atMost) {
        return api.get("/users?organizationId=" + organizations.get(department) + "&limit=" + atMost).path("items").valueStream().toList();
    }

    String permission(String application, String name) {
        return api.get("/permissions?limit=200&applicationId=" + applications.get(application)).path("items").valueStream()
                .filter(permission -> permission.path("name").asString().equals(name))
                .findFirst().orElseThrow().path("id").asString();
    }

    /** Waits until a person's account in an application is there. */
    JsonNode account(JsonNode user, String application) throws InterruptedException {
        return await("/accounts?userId=" + user.path("id").asString() + "&applicationId=" + applications.get(application),
                account -> account.path("status").asString().equals("ACTIVE"));
    }

    /** Waits for the first item of a list that is as it should be; gives up after three minutes. */
    JsonNode await(String list, Predicate<JsonNode> asItShouldBe) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
            List<JsonNode> found = api.get(list).path("items").valueStream().filter(asItShouldBe).toList();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Nothing came of GET " + list);
    }

    /** The user again with other values, as an edit wants it. */
    static Map<String, Object> edited(JsonNode user, Map<String, Object> changes) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : List.of("userName", "displayName", "givenName", "familyName", "email", "phone", "employeeNumber",
                "organizationId", "managerId", "attributes")) {
            body.put(field, user.path(field));
        }
        body.putAll(changes);
        return body;
    }
}
