package dev.syncline.stories;

import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retention and integrity in the console, in a real browser. */
class RetentionConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final TestServer server = first.server();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPeriodIsSetAHoldIsPutAndAPersonIsErased() {
        UUID person = UUID.randomUUID();
        new TaskSeed(server).user(person, "Wilhelmina Gone").object("wilhelmina").insert();
        new TaskSeed(server).user(person, "Wilhelmina Gone").object("w.gone").insert();
        TaskSeed.application(server, "Archive");
        Story.ok(server.api().post("/api/v1/users", Map.of("userName", "still.there", "displayName", "Still There")));
        new BrowserScript("retention.mjs", Map.of("BASE_URL", server.url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(what -> {
            server.clock().advance(Duration.ofMinutes(2));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> server.api().get("/api/v1/integrity").json().path("number").asLong() > 0);
        });
    }
}
