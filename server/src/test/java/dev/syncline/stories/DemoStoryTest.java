package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.task.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What {@code --demo} shows to a newcomer. */
class DemoStoryTest {

    @Test
    void allTenSourcesAreInTheLogAndEachCauseLeadsBackToItsTask() {
        try (TestServer server = TestServer.start("syncline.demo=true")) {
            DemoLog.awaitAllSources(server);
            for (String objectType : Set.of("ORGANIZATION", "ACCOUNT")) {
                assertThat(feishu(server, "&objectType=" + objectType + "&action=CREATE&status=SUCCEEDED")).as(objectType).isNotEmpty();
            }
            for (Source source : Source.values()) {
                JsonNode task = DemoLog.newest(server, source);
                String cause = task.path("cause").path("id").asString();
                assertThat(cause.isEmpty()).as("only what a person does to an account by hand needs no further cause: %s", task)
                        .isEqualTo(source == Source.MANUAL && cause.isEmpty());
                if (!cause.isEmpty()) {
                    assertThat(server.api().get("/api/v1/tasks?limit=200&cause=" + cause).json().path("items").valueStream()
                            .map(found -> found.path("id").asString())).as(source.name()).contains(task.path("id").asString());
                }
            }
        }
    }

    private static List<JsonNode> feishu(TestServer server, String filter) {
        String id = server.api().get("/api/v1/applications?limit=200").json().path("items").valueStream()
                .filter(application -> application.path("name").asString().equals("Feishu")).findFirst().orElseThrow().path("id").asString();
        return server.api().get("/api/v1/tasks?limit=5&application=" + id + filter).json().path("items").valueStream().toList();
    }
}
