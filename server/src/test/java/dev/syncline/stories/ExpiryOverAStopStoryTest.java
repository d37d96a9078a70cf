package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The end of a permission comes while no server runs, and while several do: it is acted on once. */
class ExpiryOverAStopStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatEndedWhileTheServerWasOffEndsOnceAtTheNextStart() {
        try (TestServer first = TestServer.start()) {
            Given given = given(first.api(), first.clock().instant().plus(Duration.ofDays(3)).toString(), 3);
            first.stop();
            first.clock().advance(Duration.ofDays(10));
            try (TestServer second = TestServer.beside(first)) {
                await(second.api(), given);
            }
            try (TestServer third = TestServer.beside(first)) {
                String passing = given(third.api(), third.clock().instant().toString(), 1).accounts().getFirst();
                await(() -> assertThat(tasks(third.api(), passing)).as("it has looked").hasSize(1));
                await(third.api(), given);
            }
        }
    }

    @Test
    void twoServersShareTheWorkAndDoNothingTwice() {
        try (TestServer first = TestServer.start(); TestServer second = TestServer.beside(first)) {
            Given given = given(first.api(), first.clock().instant().plus(Duration.ofDays(3)).toString(), 40);
            first.clock().advance(Duration.ofDays(3));
            await(second.api(), given);
            String passing = given(first.api(), first.clock().instant().toString(), 1).accounts().getFirst();
            await(() -> assertThat(tasks(first.api(), passing)).hasSize(1));
            await(first.api(), given);
        }
    }

    private record Given(List<String> accounts) {}

    /** Accounts that hold a permission until then. */
    private static Given given(ApiClient api, String end, int count) {
        String name = TestServer.unique("Target");
        String app = id(api.post("/api/v1/applications", Map.of("name", name, "connector", "memory", "settings", Map.of("name", name))));
        String permission = id(api.post("/api/v1/permissions", Map.of("applicationId", app, "kind", "ROLE", "name", "guest", "value", "guest")));
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode made = ok(api.post("/api/v1/accounts", Map.of("applicationId", app, "name", TestServer.unique("guest"))));
            String account = made.path("account").path("id").asString();
            ok(api.post("/api/v1/accounts/" + account + "/bindings", Map.of("bind", List.of(Map.of("permissionId", permission, "endsAt", end)))));
            accounts.add(account);
        }
        return new Given(accounts);
    }

    private static void await(ApiClient api, Given given) {
        given.accounts().forEach(account -> await(() -> assertThat(tasks(api, account)).containsExactly("UPDATE")));
    }

    /** The actions of the tasks that the end of something caused for an account. */
    private static List<String> tasks(ApiClient api, String account) {
        return ok(api.get("/api/v1/tasks?account=" + account + "&source=PERMISSION_EXPIRY")).path("items").valueStream()
                .map(task -> task.path("action").asString()).toList();
    }

    private static void await(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion::run);
    }

    private static String id(Answer answer) {
        return ok(answer).path("id").asString();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
