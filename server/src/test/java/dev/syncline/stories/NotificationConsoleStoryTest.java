package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.delivery.Receiver;
import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels, rules, alerts and deliveries in the console, in a real browser. */
class NotificationConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aChannelIsTriedOutARuleIsForetoldAndItsMessageIsSeen() {
        ScriptedTarget target = new ScriptedTarget("Phone book");
        String application = Story.ok(api.post("/api/v1/applications", Map.of(
                "name", "Phone book", "connector", "memory", "settings", Map.of("name", target.name())))).path("id").asString();
        failing(target, application, "anna");
        failing(target, application, "bob");
        try (Receiver receiver = Receiver.webhook()) {
            new BrowserScript("notifications.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                    "APPLICATION", "Phone book", "WEBHOOK", receiver.url())).run(_ -> {
                        assertThat(receiver.told()).extracting(told -> told.json().path("type").asString())
                                .containsExactly("notification.test", "notification.opened");
                        assertThat(receiver.told().getLast().json().at("/data/title").asString()).isEqualTo("Phone book: 2 failed tasks wait for a person");
                    });
        }
    }

    private void failing(ScriptedTarget target, String application, String name) {
        target.answers(ScriptedTarget.refused("The telephone number is not allowed."));
        String task = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", name))).path("taskId").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Story.ok(api.get("/api/v1/tasks/" + task)).path("status").asString()).isEqualTo("FAILED"));
    }
}
