package dev.syncline.stories;

import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Permissions, organizations, groups and a batch provisioning in a real browser. */
class StructureConsoleStoryTest {

    private static final String APPLICATION = "Company directory";

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void organizationsAndGroupsAreSynchronizedAndLeadToTheirRecordsAndBack() {
        ScriptedTarget target = new ScriptedTarget(APPLICATION);
        String application = made("/api/v1/applications",
                Map.of("name", APPLICATION, "connector", "memory", "settings", Map.of("name", target.name())));
        String user = made("/api/v1/users", Map.of("userName", "ming.li", "displayName", "Ming Li"));
        made("/api/v1/users", Map.of("userName", "kim.park", "displayName", "Kim Park"));
        String account = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "userId", user)))
                .path("account").path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/api/v1/accounts/" + account).field("status").equals("ACTIVE"));

        new BrowserScript("structure.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "APPLICATION", APPLICATION)).run(what -> {
                    throw new IllegalStateException("Nothing is to be done outside: " + what);
                });
    }

    private String made(String path, Map<String, ?> body) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }
}
