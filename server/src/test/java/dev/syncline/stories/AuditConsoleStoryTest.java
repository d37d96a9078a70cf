package dev.syncline.stories;

import dev.syncline.fixtures.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The audit in the console, in a real browser. */
class AuditConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void whatWasDoneIsFoundAndToldWithItsDifference() {
        JsonNode group = Story.ok(api.post("/api/v1/groups", Map.of("name", "Night shift", "description", "As it was")));
        String path = "/api/v1/groups/" + group.path("id").asString();
        Story.ok(api.ifMatch("\"" + group.path("version").asInt() + "\"").put(path, Map.of("name", "Night shift", "description", "As it is")));
        api.delete(path);
        new BrowserScript("audit.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "GROUP", "Night shift")).run(_ -> {});
    }
}
