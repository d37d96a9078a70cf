package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.MemoryConnectorType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bulk repairs in the console, in a real browser. */
class BulkRepairConsoleStoryTest {

    private static final String APPLICATION = "Mail service";
    private static final String TARGET = "bulk-repair-console";

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, String> accounts = new HashMap<>();

    private String application;

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aPlanIsReadAndRunAndDeletionsAreConfirmedByTheirNumber() {
        MemoryConnectorType.answering(TARGET, change -> refused.contains(change.name())
                ? new Outcome.Refused("400", "\"" + change.name() + "\" is not wanted here.")
                : Outcome.Done.of("remote-" + change.name()));
        application = Story.ok(api.post("/api/v1/applications", Map.of("name", APPLICATION, "connector", "memory",
                "settings", Map.of("name", TARGET), "retry", Map.of("maxAttempts", 1)))).path("id").asString();
        refused.addAll(List.of("anna", "bob", "kim"));
        List.of("anna", "bob", "kim").forEach(name -> awaitStatus(create(name), "FAILED"));
        List.of("ming", "olga").forEach(name -> awaitStatus(create(name), "SUCCEEDED"));

        new BrowserScript("bulk-repair.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "APPLICATION", APPLICATION)).run(this::doMeanwhile);
        assertThat(Story.texts(Story.ok(api.get("/api/v1/accounts")).path("items"), "name")).containsExactlyInAnyOrder("anna", "bob", "kim");
    }

    private void doMeanwhile(String what) {
        switch (what) {
            case "plan to retry" -> {
                List<String> tasks = Story.texts(Story.ok(api.get("/api/v1/tasks?status=FAILED")).path("items"), "id");
                String succeeded = Story.texts(Story.ok(api.get("/api/v1/tasks?status=SUCCEEDED")).path("items"), "id").getFirst();
                plan(Map.of("action", "RETRY", "taskIds", Stream.concat(tasks.stream(), Stream.of(succeeded)).toList()));
            }
            case "let the application take everybody" -> refused.clear();
            case "plan to confirm deletions" -> {
                refused.addAll(List.of("ming", "olga"));
                List.of("ming", "olga").forEach(name -> awaitStatus(delete(name), "FAILED"));
                plan(Map.of("action", "CONFIRM", "filter", Map.of("action", List.of("DELETE"))));
            }
            default -> throw new IllegalArgumentException("The script asks for something unknown: " + what);
        }
    }

    private void plan(Map<String, Object> body) {
        String id = Story.ok(api.post("/api/v1/repairs", body)).path("id").asString();
        await(() -> assertThat(Story.ok(api.get("/api/v1/repairs/" + id)).path("status").asString()).isEqualTo("PLANNED"));
    }

    private String create(String name) {
        JsonNode made = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", name)));
        accounts.put(name, made.path("account").path("id").asString());
        return made.path("taskId").asString();
    }

    private String delete(String name) {
        String path = "/api/v1/accounts/" + accounts.get(name);
        return Story.ok(api.ifMatch(api.get(path).header("ETag")).delete(path)).path("taskId").asString();
    }

    private void awaitStatus(String task, String status) {
        await(() -> assertThat(Story.ok(api.get("/api/v1/tasks/" + task)).path("status").asString()).isEqualTo(status));
    }

    private static void await(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }
}
