package dev.syncline.stories;

import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Users who change and leave, in a real browser. */
class LifecycleConsoleStoryTest {

    private static final String APPLICATION = "Company mail";

    private FirstStart first;

    @BeforeEach
    void start() {
        first = FirstStart.now();
        ApiClient api = first.server().api();
        ScriptedTarget target = new ScriptedTarget(APPLICATION);
        String application = Story.ok(api.post("/api/v1/applications", Map.of(
                "name", APPLICATION, "connector", "memory", "settings", Map.of("name", target.name()), "changeTracking", true,
                "mappings", LifecycleStory.mappings("mail", "user.email", "cn", "user.displayName")))).path("id").asString();
        Story.ok(api.post("/api/v1/permissions", Map.of(
                "applicationId", application, "kind", "GROUP", "name", "staff", "value", "cn=staff")));
        String user = Story.ok(api.post("/api/v1/users", Map.of(
                "userName", "ming.li", "displayName", "Ming Li", "email", "ming.li@example.com"))).path("id").asString();
        String account = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "userId", user)))
                .path("account").path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> Story.ok(api.get("/api/v1/accounts/" + account)).path("status").asString().equals("ACTIVE"));
    }

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    @DisplayName("An administrator edits, disables and deletes a user, and sees before and after what follows for the accounts")
    void leaver() {
        new BrowserScript("leaver.mjs", Map.of(
                "BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(), "APPLICATION", APPLICATION)).run(what -> {
                    throw new IllegalStateException("Nothing is to be done outside: " + what);
                });
    }
}
