package dev.syncline.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** A provider that repeats in its answers what it was sent, leads elsewhere, or talks without end. */
@ExtendWith(OutputCaptureExtension.class)
class TalkativeProviderTest {

    private static final String SECRET = "a-canary-that-is-the-secret-of-the-client";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static HttpServer provider;
    private static TestServer server;
    private static String issuer;
    private static volatile String manner;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.shared();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + provider.getAddress().getPort();
        provider.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, JSON.writeValueAsString(Map.of(
                "issuer", issuer, "authorization_endpoint", issuer + "/authorize", "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/keys",
                "subject_types_supported", new String[] {"public"}, "response_types_supported", new String[] {"code"},
                "id_token_signing_alg_values_supported", new String[] {"RS256"}))));
        provider.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\": []}"));
        provider.createContext("/token", TalkativeProviderTest::token);
        provider.start();
    }

    @AfterAll
    static void stop() {
        provider.stop(0);
    }

    private static void token(HttpExchange exchange) throws IOException {
        String sent = exchange.getRequestHeaders().getFirst("Authorization") + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                + " " + SECRET;
        switch (manner) {
            case "error" -> answer(exchange, 400, JSON.writeValueAsString(Map.of("error", "invalid_client", "error_description", "You sent " + sent)));
            case "garbage" -> answer(exchange, 200, "You sent " + sent);
            case "endless" -> answer(exchange, 200, "x".repeat(2 << 20));
            case "elsewhere" -> {
                exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
                answer(exchange, 302, "");
            }
            default -> throw new IllegalStateException(manner);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "garbage", "endless", "elsewhere"})
    void nothingOfWhatItWasSentIsSaidOn(String how, CapturedOutput output) {
        manner = how;
        Answer answer = test(issuer);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("ok").asBoolean()).isFalse();
        assertThat(answer.json().at("/steps/2/sentence").asString()).isNotEmpty();
        String basic = Base64.getEncoder().encodeToString(("syncline:" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text() + output).doesNotContain(SECRET).doesNotContain(basic);
    }

    @Test
    void aStoredSecretIsNotSentToAnotherProvider() {
        manner = "error";
        Answer answer = server.api().post("/api/v1/sign-in/openid/settings/test", Map.of("issuer", issuer, "clientId", "syncline", "nameClaim", "sub"));
        assertThat(answer.json().at("/steps/2/sentence").asString()).contains("You sent null");
    }

    @Test
    void aStoredSecretDoesNotGoOverToAnotherProvider() {
        String path = "/api/v1/sign-in/openid/settings";
        Map<String, Object> body = new HashMap<>(Map.of("issuer", issuer, "clientId", "syncline", "clientSecret", SECRET, "nameClaim", "sub"));
        assertThat(server.api().ifMatch(server.api().get(path).header("ETag")).put(path, body).status()).isEqualTo(200);
        String etag = server.api().get(path).header("ETag");
        body.remove("clientSecret");
        assertThat(server.api().ifMatch(etag).put(path, body).status()).as("the same issuer").isEqualTo(200);
        body.put("issuer", "https://elsewhere.example.com");
        Answer refused = server.api().ifMatch(server.api().get(path).header("ETag")).put(path, body);
        assertThat(refused.json().at("/errors/0/field").asString()).as(refused.toString()).isEqualTo("clientSecret");
        body.put("clientSecret", "");
        assertThat(server.api().ifMatch(server.api().get(path).header("ETag")).put(path, body).json().path("hasClientSecret").asBoolean()).isFalse();
    }

    private static Answer test(String at) {
        return server.api().post("/api/v1/sign-in/openid/settings/test",
                Map.of("issuer", at, "clientId", "syncline", "clientSecret", SECRET, "nameClaim", "sub"));
    }
}
