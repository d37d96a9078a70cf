package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.RemoteAccount;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.MemoryConnectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading what an application has, and deciding on it, in a real browser. */
class ReconciliationConsoleStoryTest {

    private static final String APPLICATION = "Old office";

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void whatIsThereIsReadLinkedAndLeadsFromTheAccountToTheReading() {
        String application = made("/api/v1/applications", Map.of("name", APPLICATION, "connector", "memory", "settings", Map.of("name", APPLICATION),
                "mappings", List.of(ReconciliationStory.mapping("ACCOUNT", "mail", "user.email"),
                        ReconciliationStory.mapping("ACCOUNT", "title", "user.displayName"))));
        List<RemoteAccount> there = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            person("person" + i, "Person " + i, "person" + i + "@example.com");
            there.add(ReconciliationStory.there("r-" + i, "p" + i,
                    Map.of("mail", "person" + i + "@example.com", "title", i == 7 ? "Somebody else" : "Person " + i)));
        }
        person("tim.one", "Tim One", "tim@example.com");
        person("tim.other", "Tim Other", "tim@example.com");
        there.add(ReconciliationStory.there("r-tim", "tim", Map.of("mail", "tim@example.com", "title", "Tim")));
        there.add(ReconciliationStory.there("r-backup", "backup-service", Map.of()));
        MemoryConnectorType.listing(APPLICATION, () -> List.copyOf(there));

        new BrowserScript("reconciliation.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword()))
                .run(_ -> {});
        assertThat(Story.ok(api.get("/api/v1/tasks?application=" + application)).path("items")).as("nothing was sent").isEmpty();
        assertThat(Story.ok(api.get("/api/v1/accounts?limit=200&applicationId=" + application)).path("items")).hasSize(41);
    }

    private void person(String userName, String displayName, String email) {
        made("/api/v1/users", Map.of("userName", userName, "displayName", displayName, "email", email));
    }

    private String made(String path, Map<String, ?> body) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }
}
