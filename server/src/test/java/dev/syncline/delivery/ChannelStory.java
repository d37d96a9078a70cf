package dev.syncline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Words for stories about channels and what is sent over them. Each class has a server of its own, for its clock moves. */
abstract class ChannelStory {

    static final String KEY = "whsec_" + Base64.getEncoder().encodeToString("twenty-four bytes at all".getBytes());
    static final String PATH = "/api/v1/notifications";

    static TestServer server;
    static ApiClient api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String webhook(Receiver receiver) {
        return channel("WEBHOOK", Map.of("url", receiver.url()), Map.of("signingSecret", KEY));
    }

    static String channel(String kind, Map<String, String> settings, Map<String, String> secrets) {
        return ok(api.post(PATH + "/channels", body(TestServer.unique("Channel"), kind, settings, secrets))).path("id").asString();
    }

    static Map<String, Object> body(String name, String kind, Map<String, String> settings, Map<String, String> secrets) {
        return new LinkedHashMap<>(Map.of("name", name, "kind", kind, "settings", settings, "secrets", secrets));
    }

    static JsonNode test(String channel) {
        return ok(api.post(PATH + "/channels/" + channel + "/test", null));
    }

    /** Puts a message into the outbox as a rule would; it is sent a moment later. */
    static void tell(String channel, String title) {
        Channel to = server.bean(Channels.class).get(UUID.fromString(channel));
        Message message = new Message(Message.Type.OPENED, Severity.CRITICAL, server.clock().instant(), title, List.of("First <b>sentence</b>.", "Second one."),
                List.of(new Message.Fact("Tasks", "7")), "https://syncline.example.com/log?application=1", "What failed", Map.of("alerts", List.of()));
        server.bean(TransactionTemplate.class).executeWithoutResult(
                _ -> server.bean(Outbox.class).put(List.of(new NewDelivery(to, UUID.randomUUID(), "What failed", message))));
    }

    /** The newest message to a channel, once it has this status. */
    static JsonNode awaitDelivery(String channel, String status, int attempts) {
        await(() -> {
            JsonNode newest = newest(channel);
            assertThat(newest.path("status").asString()).as(newest.toString()).isEqualTo(status);
            assertThat(newest.path("attempts").asInt()).as(newest.toString()).isEqualTo(attempts);
        });
        return newest(channel);
    }

    /** Time passes, and whoever looks for work looks. */
    static void advance(Duration by) {
        server.clock().advance(by);
        server.bean(DeliveryWork.class).takeOver();
    }

    static void await(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }

    static JsonNode newest(String channel) {
        return ok(api.get(PATH + "/deliveries?limit=1&channelId=" + channel)).path("items").path(0);
    }

    static List<JsonNode> attempts(JsonNode delivery) {
        return ok(api.get(PATH + "/deliveries/" + delivery.path("id").asString())).path("attempts").valueStream().toList();
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
