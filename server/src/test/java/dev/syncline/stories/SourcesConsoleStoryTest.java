package dev.syncline.stories;

import dev.syncline.task.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The "walk from every task to its cause and back", in a real browser; by API it is told in DemoStoryTest. */
class SourcesConsoleStoryTest {

    private final FirstStart first = FirstStart.now("syncline.demo=true");

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void fromARecordOfEachSourceToItsCauseAndBack() {
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            first.server().clock().advance(Duration.ofSeconds(1));
            return Arrays.stream(Source.values()).allMatch(this::isInTheLog);
        });
        new BrowserScript("sources.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(_ -> {});
    }

    private boolean isInTheLog(Source source) {
        return !Story.ok(first.server().api().get("/api/v1/tasks?limit=1&source=" + source)).path("items").isEmpty();
    }
}
