package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packages and policies in the console, in a real browser. */
class PolicyConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aPolicyIsWrittenTriedOutSavedChangedAndSwitchedOff() {
        String application = Story.ok(api.post("/api/v1/applications", Map.of(
                "name", "Mail service", "connector", "memory", "settings", Map.of("name", "mail")))).path("id").asString();
        Story.ok(api.post("/api/v1/permissions",
                Map.of("applicationId", application, "kind", "GROUP", "name", "Price list", "value", "cn=prices")));
        person("anna", "Anna Berg", "sales");
        person("bob", "Bob Stone", "sales");
        person("kim", "Kim O'Neill", "engineering");
        new BrowserScript("policies.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "APPLICATION", "Mail service", "PERMISSION", "Price list")).run(_ -> {});
        assertThat(tasks()).containsExactlyInAnyOrder("CREATE anna", "CREATE bob", "DELETE bob", "DELETE anna");
    }

    private void person(String userName, String displayName, String team) {
        Story.ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", displayName, "attributes", Map.of("team", team))));
    }

    private List<String> tasks() {
        return Story.ok(api.get("/api/v1/tasks?source=PROVISIONING_POLICY")).path("items").valueStream()
                .map(task -> task.path("action").asString() + " " + task.at("/object/name").asString()).toList();
    }
}
