package dev.syncline.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Settings;
import dev.syncline.samples.SampleCallbackApp;
import dev.syncline.testkit.RecordingExchanges;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An application that answers later: the change is accepted, made, and reported with a signature a third party's verifier takes. */
class CallbackModeTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private record Callback(HttpHeaders headers, String body) {}

    @Test
    void isAcceptedFirstAndReportedSignedLater() throws Exception {
        var callbacks = new LinkedBlockingQueue<Callback>();
        HttpServer platform = platform(callbacks);
        try (var app = SampleCallbackApp.start("key", SECRET, Duration.ofMillis(50), 0); Connector connector = open(app.connectorSettings())) {
            String url = "http://127.0.0.1:" + platform.getAddress().getPort() + "/callbacks/1";
            var role = new PermissionRef("1", PermissionKind.ROLE, "Staff", "staff \"quoted\"");
            Outcome outcome = connector.apply(change(Action.CREATE, Optional.of(url), List.of(role)), new RecordingExchanges());

            assertThat(outcome).isEqualTo(new Outcome.Accepted(Optional.of("ada")));
            Callback callback = callbacks.poll(60, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            new Webhook(SECRET).verify(callback.body(), callback.headers());
            assertThat(callback.body()).contains("\"status\":\"succeeded\"", "\"remoteId\"");
            assertThat(app.account("ada")).hasValueSatisfying(account -> assertThat(account.attributes()).containsEntry("mail", "ada@example.com"));

            connector.apply(change(Action.UPDATE, Optional.of(url), List.of(role)), new RecordingExchanges());
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() ->
                    assertThat(app.account("ada").orElseThrow().roles()).containsExactly("staff \"quoted\""));
        } finally {
            platform.stop(0);
        }
    }

    @Test
    void namesThePlaceholderThatHasNoValue() {
        try (var app = SampleCallbackApp.start("key", SECRET, Duration.ZERO, 0); Connector connector = open(app.connectorSettings())) {
            var record = new RecordingExchanges();
            assertThat(connector.apply(change(Action.CREATE, Optional.empty(), List.of()), record)).isInstanceOfSatisfying(
                    Outcome.Invalid.class, invalid -> assertThat(invalid.message()).contains("{{callbackUrl}}", "create.body"));
            assertThat(record.all()).as("nothing was sent").isEmpty();
        }
    }

    @Test
    void permissionsWithRequestsOfTheirOwnAreBoundBeforeTheCallbackIsAskedFor() {
        var staff = List.of(new PermissionRef("1", PermissionKind.ROLE, "Staff", "staff"));
        try (var app = SampleCallbackApp.start("key", SECRET, Duration.ZERO, 0); Connector connector = open(bindingByThemselves(app))) {
            var record = new RecordingExchanges();
            assertThat(connector.apply(change(Action.CREATE, Optional.of(app.url()), staff), record)).isInstanceOfSatisfying(
                    Outcome.Refused.class, refused -> assertThat(refused.message()).contains("{{#bind}}", "create.body"));
            assertThat(record.all()).as("nothing was sent").isEmpty();

            connector.apply(change(Action.CREATE, Optional.of(app.url()), List.of()), record);
            await().atMost(Duration.ofMinutes(1)).until(() -> app.account("ada").isPresent());
            record = new RecordingExchanges();
            Outcome outcome = connector.apply(change(Action.UPDATE, Optional.of(app.url()), staff), record);
            assertThat(outcome).isEqualTo(new Outcome.Accepted(Optional.of("ada")));
            assertThat(record.all()).extracting(one -> one.request().body()).satisfiesExactly(
                    bound -> assertThat(bound).contains("grant", "staff"),
                    changed -> assertThat(changed).contains("attributes").doesNotContain("grant"));
        }
    }

    private static Map<String, String> bindingByThemselves(SampleCallbackApp app) {
        Map<String, String> settings = new HashMap<>(app.connectorSettings());
        String account = """
                {"action": "UPDATE", "name": "{{name}}", "callbackUrl": "{{callbackUrl}}", "attributes": {{{attributesJson}}}}""";
        String grant = """
                {"action": "UPDATE", "name": "{{name}}", "callbackUrl": "{{callbackUrl}}", "grant": ["{{permission.value}}"]}""";
        settings.putAll(Map.of("create.body", account, "update.body", account, "bind.method", "POST", "bind.url", "/changes", "bind.body", grant));
        return settings;
    }

    private static Connector open(Map<String, String> settings) {
        var type = new RestConnectorType();
        return type.open(Settings.withDefaults(type.fields(), settings, Duration.ofSeconds(30)));
    }

    private static Change change(Action action, Optional<String> callbackUrl, List<PermissionRef> bind) {
        return new Change(UUID.randomUUID(), action, ObjectType.ACCOUNT, "ada", Optional.empty(), Map.of("mail", "ada@example.com"),
                Set.of(), bind, List.of(), callbackUrl);
    }

    private static HttpServer platform(LinkedBlockingQueue<Callback> callbacks) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                callbacks.add(new Callback(HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true), body));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }
}
