package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dashboard and the causes of failures in the console, in a real browser. */
class FailureConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();
    private final ScriptedTarget target = new ScriptedTarget("Mail service");
    private String application;

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void fromTheDashboardToACauseThatIsResolvedAndComesBack() {
        // All that fails belongs to one hour, whenever the test is run.
        first.server().clock().set(first.server().clock().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(70)));
        new BrowserScript("failures.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(this::happens);
        assertThat(Story.texts(Story.ok(api.get("/api/v1/failure-groups")).path("items"), "state")).containsExactly("CAME_BACK");
    }

    private void happens(String what) {
        switch (what) {
            case "let three fail and one succeed" -> {
                application = Story.ok(api.post("/api/v1/applications", Map.of(
                        "name", "Mail service", "connector", "memory", "settings", Map.of("name", target.name())))).path("id").asString();
                for (String name : List.of("Ming Li", "Fang Wang", "Kim O'Neill")) {
                    fails(name);
                }
                create("Anna Berg", "SUCCEEDED");
            }
            case "let another fail" -> {
                first.server().clock().advance(Duration.ofMinutes(5));
                fails("Bob Stone");
            }
            default -> throw new IllegalArgumentException("The script asks for something unknown: " + what);
        }
    }

    private void fails(String displayName) {
        target.answers(ScriptedTarget.refused("No licence is left for " + displayName + "."));
        create(displayName, "FAILED");
    }

    private void create(String displayName, String status) {
        String userName = displayName.toLowerCase().replaceAll("[^a-z]", "");
        String user = Story.ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", displayName))).path("id").asString();
        String task = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", userName, "userId", user)))
                .path("taskId").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Story.ok(api.get("/api/v1/tasks/" + task)).path("status").asString()).isEqualTo(status));
    }
}
