package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Words for stories: what an administrator does and sees, over the HTTP API. */
@ExtendWith(StoryServer.class)
abstract class Story {

    static final String CALLBACK_SECRET = "whsec_" + Base64.getEncoder().encodeToString("a key of twenty-four byt".getBytes());
    static final Map<String, Object> ANSWERS_LATER =
            Map.of("callback", Map.of("enabled", true, "deadlineSeconds", 3600, "secret", CALLBACK_SECRET));
    static final Map<String, Object> ONE_ATTEMPT = Map.of("retry", Map.of("maxAttempts", 1));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final TestServer server = StoryServer.server();
    final ApiClient api = StoryServer.api();

    /** An application; its target is null when it is not a scripted one. */
    record App(String id, String name, ScriptedTarget target) {}

    /**
     * A change that was taken.
     *
     * @param account id of the account; empty when it is gone
     * @param task id of its task; empty when there is none
     */
    record Made(String account, String task) {}

    App application() {
        return application(Map.of());
    }

    /** @param settings further members of the application */
    App application(Map<String, Object> settings) {
        ScriptedTarget target = new ScriptedTarget(TestServer.unique("Target"));
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("name", target.name(), "connector", "memory", "settings", Map.of("name", target.name())));
        body.putAll(settings);
        return new App(ok(api.post("/api/v1/applications", body)).path("id").asString(), target.name(), target);
    }

    /** An application over a real connector. Its tasks are tried once, one at a time. */
    App connected(String connector, Map<String, String> settings, Map<String, String> secrets) {
        return connected(connector, settings, secrets, Duration.ofSeconds(20));
    }

    /** One that gives its target little time to answer: for targets that may not answer at all. */
    App impatient(String connector, Map<String, String> settings, Map<String, String> secrets) {
        return connected(connector, settings, secrets, Duration.ofMillis(1500));
    }

    private App connected(String connector, Map<String, String> settings, Map<String, String> secrets, Duration requestTimeout) {
        String name = TestServer.unique("Connected");
        JsonNode made = ok(api.with("Idempotency-Key", name).post("/api/v1/applications", Map.of("name", name, "connector", connector,
                "settings", settings, "secrets", secrets, "retry", Map.of("maxAttempts", 1),
                "limits", Map.of("maxConcurrency", 1, "requestTimeoutMs", requestTimeout.toMillis()))));
        return new App(made.path("id").asString(), name, null);
    }

    String user(String displayName) {
        String userName = TestServer.unique("user");
        return ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", displayName, "email", userName + "@example.com")))
                .path("id").asString();
    }

    String permission(App app, String name) {
        return ok(api.post("/api/v1/permissions", Map.of("applicationId", app.id(), "kind", "GROUP", "name", name, "value", "cn=" + name)))
                .path("id").asString();
    }

    /** Asks for an account of this name, for nobody in particular. */
    Made create(App app, String name) {
        return create(app, name, Map.of());
    }

    Made create(App app, String name, Map<String, Object> attributes, String... permissions) {
        return made(api.post("/api/v1/accounts", Map.of(
                "applicationId", app.id(), "name", name, "attributes", attributes, "permissionIds", List.of(permissions))));
    }

    /** An account that is there: its creation has succeeded. */
    String account(App app, String name, String... permissions) {
        Made made = create(app, name, Map.of("cn", name, "sn", name, "mail", name + "@example.com"), permissions);
        awaitStatus(made.task(), "SUCCEEDED");
        return made.account();
    }

    Made edit(String account, String attribute, Object value) {
        return edit(account, Collections.singletonMap(attribute, value));
    }

    Made edit(String account, Map<String, Object> attributes) {
        String path = "/api/v1/accounts/" + account;
        return made(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("attributes", attributes)));
    }

    Made delete(String account) {
        String path = "/api/v1/accounts/" + account;
        return made(api.ifMatch(api.get(path).header("ETag")).delete(path));
    }

    Made enable(String account) {
        return made(api.post("/api/v1/accounts/" + account + "/enable", null));
    }

    Made disable(String account) {
        return made(api.post("/api/v1/accounts/" + account + "/disable", null));
    }

    Made bind(String account, String permission) {
        return made(api.post("/api/v1/accounts/" + account + "/bindings", Map.of("bind", List.of(Map.of("permissionId", permission)))));
    }

    Made unbind(String account, String permission) {
        return made(api.post("/api/v1/accounts/" + account + "/bindings", Map.of("unbind", List.of(permission))));
    }

    /** A failed update of an account that is there. */
    Made failedUpdate(App app, String account) {
        app.target().answers(ScriptedTarget.refused("The telephone number is not allowed."));
        Made update = edit(account, "telephone", "+49 30 " + TestServer.unique("1"));
        awaitStatus(update.task(), "FAILED");
        return update;
    }

    JsonNode task(String task) {
        return ok(api.get("/api/v1/tasks/" + task));
    }

    String status(String task) {
        return task(task).path("status").asString();
    }

    /** The task's detail once it has this status. */
    JsonNode awaitStatus(String task, String status) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(status(task)).isEqualTo(status));
        return task(task);
    }

    void await(Runnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }

    /** Long enough for a runner to have taken what it may take. */
    void aWhile() {
        try {
            Thread.sleep(1_200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Answer confirm(String task, String reason) {
        return api.post("/api/v1/tasks/" + task + "/confirm", Map.of("reason", reason));
    }

    Answer cancel(String task, String reason) {
        return api.post("/api/v1/tasks/" + task + "/cancel", Map.of("reason", reason));
    }

    Answer retry(String task) {
        return api.post("/api/v1/tasks/" + task + "/retry", null);
    }

    Answer modify(String task, Map<String, Object> parameters, String reason) {
        return api.post("/api/v1/tasks/" + task + "/modify", Map.of("parameters", parameters, "reason", reason));
    }

    /** Uploads a CSV file as a browser would (RFC 7578). */
    Answer upload(App app, String csv) {
        return upload(app, csv, "SKIP");
    }

    /** The same for an import that updates what is there. */
    Answer uploadUpdating(App app, String csv) {
        return upload(app, csv, "UPDATE");
    }

    private Answer upload(App app, String csv, String existing) {
        String boundary = "----story-boundary";
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        String body = part + "\"applicationId\"\r\n\r\n" + app.id() + "\r\n" + part + "\"options\"\r\n\r\n{\"existing\":\"" + existing + "\"}\r\n"
                + part + "\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        return api.send("POST", "/api/v1/imports", BodyPublishers.ofString(body), "multipart/form-data; boundary=" + boundary);
    }

    void awaitBatch(String batch, String status) {
        await(() -> assertThat(ok(api.get("/api/v1/batches/" + batch)).path("status").asString()).isEqualTo(status));
    }

    JsonNode accountOf(String account) {
        return ok(api.get("/api/v1/accounts/" + account));
    }

    boolean isGone(String account) {
        return api.get("/api/v1/accounts/" + account).status() == 404;
    }

    /** Tasks of an application, as the log lists them, newest first. */
    List<JsonNode> log(App app) {
        return ok(api.get("/api/v1/tasks?application=" + app.id())).path("items").valueStream().toList();
    }

    List<String> events(String task) {
        return texts(task(task).path("log"), "event");
    }

    List<String> actions(JsonNode task) {
        return task.path("actions").valueStream().map(JsonNode::asString).toList();
    }

    List<String> verdicts(String task) {
        return texts(task(task).path("callbacks"), "verdict");
    }

    /** The target's later answer, signed. */
    Answer callback(App app, String task, String webhookId, String body) {
        return callback(app, task, webhookId, body, CALLBACK_SECRET);
    }

    Answer callback(App app, String task, String webhookId, String body, String key) {
        return callback(app, task, webhookId, body, key, server.clock().instant());
    }

    Answer callback(App app, String task, String webhookId, String body, String key, Instant at) {
        return server.anonymous().with("webhook-id", webhookId).with("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                .with("webhook-signature", sign(key, webhookId, at, body))
                .post("/callbacks/" + app.id() + "/" + task, body);
    }

    void advance(Duration by) {
        server.clock().advance(by);
    }

    static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(one -> one.path(member).asString("")).toList();
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    private static Made made(Answer answer) {
        JsonNode body = ok(answer);
        return new Made(body.path("account").path("id").asString(""), body.path("taskId").asString(""));
    }

    private static String sign(String key, String id, Instant at, String body) {
        try {
            return new Webhook(key).sign(id, at.getEpochSecond(), body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
