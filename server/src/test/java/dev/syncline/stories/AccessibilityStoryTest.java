package dev.syncline.stories;

import dev.syncline.delivery.Receiver;
import dev.syncline.task.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page and dialog of the console before axe (WCAG 2.2 AA), with data of every kind: what the demo has, and {@link AccessibilityData}. */
class AccessibilityStoryTest {

    private final FirstStart first = FirstStart.now("syncline.demo=true");
    private final Receiver receiver = Receiver.webhook();

    @AfterEach
    void stop() {
        first.server().close();
        receiver.close();
    }

    @Test
    void noPageAndNoDialogKeepsAnybodyOut() {
        Map<String, String> environment = new LinkedHashMap<>(
                Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword()));
        environment.putAll(new AccessibilityData(first.server(), receiver).prepare());
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            first.server().clock().advance(Duration.ofSeconds(1));
            return Arrays.stream(Source.values()).allMatch(this::isInTheLog);
        });
        new BrowserScript("axe.mjs", environment).run(what -> {
            throw new IllegalStateException("Nothing is to be done outside: " + what);
        });
    }

    private boolean isInTheLog(Source source) {
        return !Story.ok(first.server().api().get("/api/v1/tasks?limit=1&source=" + source)).path("items").isEmpty();
    }
}
