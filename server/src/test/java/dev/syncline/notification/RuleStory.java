package dev.syncline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.delivery.Receiver;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.EarlierFailures;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Words for stories about rules. Each class has a server of its own, for its clock moves; each story a receiver and applications of its own. */
abstract class RuleStory {

    static final String PATH = "/api/v1/notifications";
    private static final String KEY = "whsec_" + Base64.getEncoder().encodeToString("twenty-four bytes at all".getBytes());

    static TestServer server;
    static ApiClient api;

    Receiver receiver;
    String channel;

    /** An application in which nothing runs. */
    record App(UUID id, String name) {}

    @BeforeAll
    static void start() {
        server = TestServer.start("syncline.public-url=https://syncline.example.com/");
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        receiver = Receiver.webhook();
        channel = ok(api.post(PATH + "/channels", Map.of("name", TestServer.unique("Channel"), "kind", "WEBHOOK",
                "settings", Map.of("url", receiver.url()), "secrets", Map.of("signingSecret", KEY)))).path("id").asString();
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    static App application() {
        String name = TestServer.unique("Payroll");
        return new App(TaskSeed.application(server, name), name);
    }

    static TaskSeed task(App app) {
        return new TaskSeed(server).in(app.id(), app.name()).user(UUID.randomUUID(), "Ming Li");
    }

    /** Failed and succeeded tasks of now. */
    static void ended(App app, int failed, int succeeded) {
        Instant now = server.clock().instant();
        for (int i = 0; i < failed; i++) {
            task(app).opened(now.minusSeconds(i)).failed(FailureKind.REFUSED, "The telephone number of ming.li is not allowed.").insert();
        }
        for (int i = 0; i < succeeded; i++) {
            task(app).opened(now.minusSeconds(i)).status(Status.SUCCEEDED).insert();
        }
    }

    /** A rule over these applications that tells of its end. It has been looked at when this returns. */
    String rule(Map<String, Object> condition, Map<String, Object> more, App... apps) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", TestServer.unique("Rule"), "condition", condition,
                "channelIds", List.of(channel), "applicationIds", List.of(apps).stream().map(App::id).toList()));
        body.putAll(more);
        grouped();
        String rule = ok(api.post(PATH + "/rules", body)).path("id").asString();
        awaitLook(rule);
        return rule;
    }

    String rule(Map<String, Object> condition, App... apps) {
        return rule(condition, Map.of(), apps);
    }

    /** Looks, as happens every minute; answers with what was told in all until then, once it has arrived. */
    List<JsonNode> look(String rule) {
        return lookAfter(rule, RuleWork.EVERY);
    }

    /** The same after some time. */
    List<JsonNode> lookAfter(String rule, Duration time) {
        grouped();
        server.clock().advance(time);
        awaitLook(rule);
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(deliveries(rule)).allSatisfy(delivery -> assertThat(delivery.path("status").asString()).isEqualTo("SENT")));
        return receiver.told().stream().map(Receiver.Told::json).toList();
    }

    private static void awaitLook(String rule) {
        Instant now = server.clock().instant();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            server.bean(RuleWork.class).lookAtWhatIsDue();
            JsonNode looked = ok(api.get(PATH + "/rules/" + rule));
            assertThat(looked.path("lookedAt").asString()).isEqualTo(now.toString());
            assertThat(looked.path("problem").asString("")).isEmpty();
        });
    }

    /** What tests wrote past the doors gets the group it would have got there. */
    private static void grouped() {
        server.bean(EarlierFailures.class).group();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(server.database().jdbc().sql("select count(*) from failure").query(Integer.class).single()).isZero());
    }

    static List<JsonNode> deliveries(String rule) {
        return ok(api.get(PATH + "/deliveries?limit=200&ruleId=" + rule)).path("items").valueStream().toList();
    }

    static List<String> types(List<JsonNode> told) {
        return told.stream().map(message -> message.path("type").asString().replace("notification.", "")).toList();
    }

    static String title(JsonNode message) {
        return message.at("/data/title").asString();
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
