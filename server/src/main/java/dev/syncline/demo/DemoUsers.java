package dev.syncline.demo;

import dev.syncline.demo.DemoPeople.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What happens to the people of Example Corp, and so to their accounts: they marry, move, go on leave, come back, and leave. */
final class DemoUsers {

    private static final Set<String> PEOPLE = DemoPeople.all(DemoSetup.PEOPLE).stream().map(Person::userName).collect(Collectors.toSet());

    private final DemoClient api;
    private final Random random;

    DemoUsers(DemoClient api, Random random) {
        this.api = api;
        this.random = random;
    }

    /** One of each, so that there is something to see from the start. */
    void everythingOnce() {
        marry(any("ENABLED"));
        move(any("ENABLED"));
        JsonNode onLeave = any("ENABLED");
        act(onLeave, "disable");
        act(onLeave, "enable");
        act(any("ENABLED"), "disable");
        leave(any("ENABLED"));
    }

    void somethingHappens() {
        switch (random.nextInt(8)) {
            case 0 -> leave(any("ENABLED"));
            case 1, 2 -> act(any("ENABLED"), "disable");
            case 3, 4 -> act(any("DISABLED"), "enable");
            case 5 -> marry(any("ENABLED"));
            default -> move(any("ENABLED"));
        }
    }

    private void marry(JsonNode user) {
        String familyName = user.path("familyName").asString("").replaceFirst("-.*", "") + "-" + DemoPeople.familyName(random);
        change(user, Map.of("familyName", familyName, "displayName", user.path("givenName").asString("") + " " + familyName));
    }

    private void move(JsonNode user) {
        List<JsonNode> organizations = api.get("/organizations").path("items").valueStream()
                .filter(organization -> !organization.path("id").equals(user.path("organizationId")))
                .toList();
        change(user, Map.of("organizationId", organizations.get(random.nextInt(organizations.size())).path("id").asString()));
    }

    private void act(JsonNode user, String act) {
        api.post("/users/" + user.path("id").asString() + "/" + act, Map.of());
    }

    private void leave(JsonNode user) {
        api.delete("/users/" + user.path("id").asString(), user.path("version").asInt());
    }

    private void change(JsonNode user, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        user.properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.putAll(fields);
        api.put("/users/" + user.path("id").asString(), body, user.path("version").asInt());
    }

    /**
     * One of Example Corp's people; whoever else is there was made by somebody who is trying things out, and is left alone.
     *
     * @throws IllegalStateException when nobody has this status
     */
    private JsonNode any(String status) {
        List<JsonNode> users = api.get("/users?limit=200&status=" + status).path("items").valueStream()
                .filter(user -> PEOPLE.contains(user.path("userName").asString()))
                .toList();
        if (users.isEmpty()) {
            throw new IllegalStateException("Nobody is " + status + ".");
        }
        return users.get(random.nextInt(users.size()));
    }
}
