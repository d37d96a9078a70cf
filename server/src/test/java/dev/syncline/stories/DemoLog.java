package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.task.Source;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The log of a server that was started with {@code --demo}. */
final class DemoLog {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private DemoLog() {}

    /** Lets time pass until a record of every source is there. What a test does itself it does after this: the demo's people wait for nobody. */
    static void awaitAllSources(TestServer server) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            server.clock().advance(Duration.ofSeconds(1));
            assertThat(Arrays.stream(Source.values()).filter(source -> !newest(server, source).isObject())).as("sources without a record").isEmpty();
        });
    }

    static JsonNode newest(TestServer server, Source source) {
        return Story.ok(server.api().get("/api/v1/tasks?limit=1&source=" + source)).path("items").path(0);
    }
}
