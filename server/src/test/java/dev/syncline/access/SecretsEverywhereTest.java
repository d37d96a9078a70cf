package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Canary;
import dev.syncline.fixtures.Haystack;
import dev.syncline.fixtures.TestServer;
import dev.syncline.fuzz.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Every place that takes or makes a secret is given one; then the whole database, the files, the log, and the answers of every endpoint
 * that can be read are searched for them, in every form. Connectors have their own: {@code CanarySecretsTest}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsEverywhereTest {

    private World world;

    @Test
    @DisplayName("Secrets of channels, tokens, sessions, second factors, imports and corrections, right and wrong, once and again: found nowhere")
    void foundNowhere(CapturedOutput output) {
        try (TestServer server = TestServer.start()) {
            world = new World(server);
            channels();
            signIns();
            secondFactor();
            identityProvider();
            onceAndAgain();
            callbackSecret();
            upload();
            correction();
            malformed();
            Haystack everything = new Haystack();
            world.everyAnswer(everything::add);
            everything.addDatabase(server);
            everything.addFiles(server.home());
            everything.add("output", output.getAll());
            Map<String, Set<String>> found = new TreeMap<>();
            world.secrets.stream().filter(secret -> !everything.find(secret).isEmpty()).forEach(secret -> found.put(secret.toString(), everything.find(secret)));
            assertThat(world.secrets).hasSizeGreaterThan(30);
            assertThat(found).as("secrets found, and where").isEmpty();
            assertThat(everything.find("ada.fuzz")).as("what is no secret is found").contains("users.user_name", "GET /api/v1/users", "GET /api/v1/users/{id}", "GET /api/v1/tasks/export");
        }
    }

    private void channels() {
        List<Map<String, Object>> channels = List.of(
                Map.of("name", "Mail", "kind", "MAIL", "settings", Map.of("host", "127.0.0.1", "port", "9", "security", "NONE", "user", "me", "from", "a@example.com", "recipients", "b@example.com"),
                        "secrets", Map.of("password", odd("mail password"))),
                Map.of("name", "Robot", "kind", "FEISHU_BOT", "settings", Map.of(),
                        "secrets", Map.of("url", "http://127.0.0.1:9/hook/" + world.secret("address of a robot"), "signingSecret", world.secret("signing secret of a robot"))),
                Map.of("name", "Web", "kind", "WEBHOOK", "settings", Map.of("url", "http://127.0.0.1:9/"),
                        "secrets", Map.of("signingSecret", world.key("signing secret of a webhook"), "authorization", "Bearer " + world.secret("authorization of a webhook"))));
        for (Map<String, Object> channel : channels) {
            String id = done(world.api.with("Idempotency-Key", TestServer.unique("channel")).post("/api/v1/notifications/channels", channel)).path("id").asString();
            done(world.api.post("/api/v1/notifications/channels/" + id + "/test", null));
        }
    }

    private void signIns() {
        ApiClient anybody = world.server.anonymous();
        anybody.post("/api/v1/session", Map.of("userName", "ada.fuzz", "password", odd("wrong password")));
        anybody.post("/api/v1/session", Map.of("userName", world.secret("password typed as a name"), "password", "x"));
        anybody.bearer(world.secret("token that is none")).get("/api/v1/tasks");
        anybody.with("Cookie", "syncline_session=" + world.secret("session that is none")).get("/api/v1/tasks");
        world.portal().post("/api/v1/session/password", Map.of("currentPassword", odd("wrong current password"), "newPassword", odd("password not taken")));
    }

    private void secondFactor() {
        Map<String, String> password = Map.of("password", odd("password of an administrator"));
        world.server.database().jdbc().sql("update administrator set password_hash = ?, must_change = false where user_name = 'admin'")
                .param(world.server.bean(Passwords.class).hash(password.get("password"))).update();
        ApiClient browser = browser("session of an administrator", world.server.anonymous().post("/api/v1/session", Map.of("userName", "admin", "password", password.get("password"))));
        String secret = done(browser.post("/api/v1/session/second-factor", password)).path("secret").asString();
        made("secret of a second factor", secret);
        Answer confirmed = browser.post("/api/v1/session/second-factor/confirmation", Map.of("code", Totp.code(Base32.decode(secret), world.server.clock().instant())));
        done(confirmed).path("recoveryCodes").valueStream().forEach(code -> made("recovery code", code.asString()));
        done(browser("session with a second factor", confirmed).get("/api/v1/session/all"));
    }

    private ApiClient browser(String what, Answer signedIn) {
        done(signedIn);
        String cookie = signedIn.header("Set-Cookie").split(";")[0];
        made(what, cookie.replaceFirst("^[^=]*=", ""));
        return world.server.anonymous().with("Cookie", cookie).with("X-Syncline", "1");
    }

    private void identityProvider() {
        String path = "/api/v1/sign-in/openid/settings";
        done(world.api.ifMatch(world.api.get(path).header("ETag")).put(path, Map.of("enabled", false, "name", "Company", "issuer", "https://127.0.0.1:9", "clientId", "syncline",
                "clientSecret", odd("client secret of the identity provider"), "nameClaim", "preferred_username")));
        world.api.post(path + "/test", Map.of("issuer", "https://127.0.0.1:9", "clientId", "syncline", "clientSecret", odd("client secret tried"), "nameClaim", "preferred_username"));
    }

    /** What is done once for a key keeps the answer, and must not keep what it shows. */
    private void onceAndAgain() {
        Map<String, Object> application = Map.of("name", TestServer.unique("Once"), "connector", "memory", "settings", Map.of("name", "fuzz"), "secrets", Map.of("key", odd("key of an application")));
        twice("/api/v1/applications", application);
        made("token under a key", twice("/api/v1/tokens", Map.of("name", "once")).path("token").asString());
        String other = done(world.api.post("/api/v1/users", Map.of("userName", "bob.fuzz", "displayName", "Bob", "email", "bob@example.com"))).path("id").asString();
        made("one-time password under a key", twice("/api/v1/users/" + other + "/portal-invitation", null).path("oneTimePassword").asString());
    }

    private JsonNode twice(String path, Object body) {
        ApiClient keyed = world.api.with("Idempotency-Key", TestServer.unique("key"));
        JsonNode first = done(keyed.post(path, body));
        assertThat(keyed.post(path, body).status()).isIn(201, 409);
        return first;
    }

    private void callbackSecret() {
        made("callback secret", done(world.api.post("/api/v1/applications/" + world.application + "/callback-secret", null)).path("secret").asString());
    }

    private void upload() {
        String boundary = "----secrets";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"applicationId\"\r\n\r\n" + world.application + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\nuserName,attr:password,email\nkim.fuzz," + world.secret("password in a file") + ",kim@example.com\nlou.fuzz,"
                + world.secret("password in a bad row") + ",nowhere\nx," + world.secret("password in a row too short") + "\r\n--" + boundary + "--\r\n";
        String batch = done(world.api.send("POST", "/api/v1/imports", BodyPublishers.ofString(body), "multipart/form-data; boundary=" + boundary)).path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> world.api.get("/api/v1/batches/" + batch).field("status").equals("READY"));
        done(world.api.post("/api/v1/batches/" + batch + "/run", Map.of("goodRowsOnly", true)));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> world.api.get("/api/v1/batches/" + batch).field("status").equals("DONE"));
    }

    /** The failed task of the application that refuses everything. */
    private void correction() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !world.api.get("/api/v1/tasks?status=FAILED").json().path("items").isEmpty());
        String task = world.api.get("/api/v1/tasks?status=FAILED").json().path("items").path(0).path("id").asString();
        Map<String, Object> parameters = Map.of("name", "ada.fuzz", "attributes", Map.of("password", odd("corrected password")));
        done(world.api.post("/api/v1/tasks/" + task + "/modify/validate", Map.of("parameters", parameters)));
        twice("/api/v1/tasks/" + task + "/modify", Map.of("parameters", parameters, "reason", "Another password"));
    }

    private void malformed() {
        for (String path : List.of("/api/v1/applications", "/api/v1/notifications/channels", "/api/v1/session", "/scim/v2/Users")) {
            ApiClient keyed = world.api.with("Idempotency-Key", TestServer.unique("key"));
            keyed.post(path, "{\"secrets\":{\"key\":\"" + world.secret("secret in broken JSON") + "\"},,}");
            keyed.post(path, "{\"secrets\":\"" + world.secret("secret in the wrong place") + "\",\"password\":[\"" + world.secret("password in a list") + "\"]}");
            keyed.post(path, "{\"userName\":\"z\",\"password\":\"" + world.secret("password where none is taken") + "\"}");
        }
    }

    private String odd(String what) {
        world.secrets.add(Canary.odd(what));
        return world.secrets.getLast().value();
    }

    private void made(String what, String secret) {
        assertThat(secret).as(what).hasSizeGreaterThan(9);
        world.secrets.add(Canary.known(what, secret));
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
