package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.task.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code --demo} shows to a newcomer. */
class DemoStoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void allTenSourcesAreInTheLogAndEachCauseLeadsBackToItsTask() {
        Set<String> all = Arrays.stream(Source.values()).map(Source::name).collect(Collectors.toSet());
        try (TestServer server = TestServer.start("syncline.demo=true")) {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                server.clock().advance(Duration.ofSeconds(1));
                assertThat(all.stream().filter(source -> newest(server, source).isObject())).containsExactlyInAnyOrderElementsOf(all);
            });
            for (String objectType : Set.of("ORGANIZATION", "ACCOUNT")) {
                assertThat(feishu(server, "&objectType=" + objectType + "&action=CREATE&status=SUCCEEDED")).as(objectType).isNotEmpty();
            }
            for (String source : all) {
                JsonNode task = newest(server, source);
                String cause = task.path("cause").path("id").asString();
                assertThat(cause.isEmpty()).as("only what a person does to an account by hand needs no further cause: %s", task)
                        .isEqualTo(source.equals("MANUAL") && cause.isEmpty());
                if (!cause.isEmpty()) {
                    assertThat(server.api().get("/api/v1/tasks?limit=200&cause=" + cause).json().path("items").valueStream()
                            .map(found -> found.path("id").asString())).as(source).contains(task.path("id").asString());
                }
            }
        }
    }

    private static List<JsonNode> feishu(TestServer server, String filter) {
        String id = server.api().get("/api/v1/applications?limit=200").json().path("items").valueStream()
                .filter(application -> application.path("name").asString().equals("Feishu")).findFirst().orElseThrow().path("id").asString();
        return server.api().get("/api/v1/tasks?limit=5&application=" + id + filter).json().path("items").valueStream().toList();
    }

    private static JsonNode newest(TestServer server, String source) {
        return server.api().get("/api/v1/tasks?limit=1&source=" + source).json().path("items").path(0);
    }
}
