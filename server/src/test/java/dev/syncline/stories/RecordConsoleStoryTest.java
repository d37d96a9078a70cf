package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Reading;
import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The record page and its dialogs in a real browser, with the keyboard alone. */
class RecordConsoleStoryTest {

    /** JavaScript would make 9007199254740992 of it. */
    private static final long NUMBER = 9007199254740993L;

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aDeletionIsConfirmedAndACreationCorrectedWithTheKeyboardAlone() {
        AtomicBoolean there = new AtomicBoolean(true);
        ScriptedTarget target = new ScriptedTarget("Feishu-" + System.nanoTime()).reads(() -> there.get()
                ? new Reading.Found("ming.li", Optional.of(true), Map.of("mail", "ming.li@example.com"), List.of())
                : new Reading.Gone());
        String application = Story.ok(api.post("/api/v1/applications", Map.of(
                "name", "Feishu", "connector", "memory", "settings", Map.of("name", target.name())))).path("id").asString();
        String account = settled(create(application, "ming.li"), "SUCCEEDED").at("/object/id").asString();
        target.answers(ScriptedTarget.refused("The token lacks contact:write."));
        String path = "/api/v1/accounts/" + account;
        String deletion = Story.ok(api.ifMatch(api.get(path).header("ETag")).delete(path)).path("taskId").asString();
        settled(deletion, "FAILED");
        target.answers(ScriptedTarget.refused("Names must not begin with x."));
        String creation = create(application, "x-noor");
        settled(creation, "FAILED");

        new BrowserScript("record.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "APPLICATION", "Feishu", "DELETION", deletion, "CREATION", creation, "NUMBER", String.valueOf(NUMBER))).run(act -> {
                    assertThat(act).isEqualTo("delete ming.li by hand");
                    there.set(false);
                });

        assertThat(api.get(path).status()).as("the account is physically gone").isEqualTo(404);
        assertThat(settled(deletion, "CONFIRMED").path("settleReason").asString()).isEqualTo("I removed it in the admin center.");
        assertThat(settled(creation, "SUPERSEDED").at("/supersededBy/id").asString()).isNotEmpty();
        assertThat(target.told().getLast().name()).isEqualTo("noor");
        assertThat(target.told().getLast().attributes()).as("sent digit by digit, past two views of it").containsEntry("number", NUMBER);
    }

    private String create(String application, String name) {
        return Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "name", name,
                "attributes", Map.of("number", NUMBER)))).path("taskId").asString();
    }

    private JsonNode settled(String task, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(read(task).path("status").asString()).isEqualTo(status));
        return read(task);
    }

    private JsonNode read(String task) {
        return Story.ok(api.get("/api/v1/tasks/" + task));
    }
}
