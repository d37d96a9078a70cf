package dev.syncline.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.syncline.application.Unrecorded;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.RecordingHttp;
import dev.syncline.fixtures.TestAuthority;
import dev.syncline.fixtures.TestAuthority.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

/** Encrypted connections to real servers whose certificates a small authority signed. */
class TlsTest {

    private static final TestAuthority OURS = TestAuthority.named("Company CA");
    private static final TestAuthority THEIRS = TestAuthority.named("Another CA");
    private static final Identity SERVER = OURS.forLoopback("target");
    private static final Identity CLIENT = OURS.issue("syncline", Duration.ofDays(-1), Duration.ofDays(90), "syncline");

    @Test
    void trustsWhomTheAuthorityOfTheSettingsSigned() throws IOException {
        try (Server server = new Server(SERVER.server(OURS), false)) {
            assertThat(server.ask(trusting(OURS))).isEqualTo("200 anonymous");
            assertThat(server.ask(Map.of("caCertificate", THEIRS.pem() + OURS.pem()))).isEqualTo("200 anonymous");
        }
    }

    @Test
    void refusesWhomNoTrustedAuthoritySigned() throws IOException {
        try (Server server = new Server(SERVER.server(OURS), false)) {
            assertThat(server.ask(Map.of())).contains("not signed by an authority that is trusted", "\"CA certificate\"");
            assertThat(server.ask(trusting(THEIRS))).contains("not signed by an authority that is trusted");
        }
    }

    @Test
    void refusesACertificateThatHasExpired() throws IOException {
        Identity expired = OURS.issue("target", Duration.ofDays(-20), Duration.ofDays(-1), "127.0.0.1");
        try (Server server = new Server(expired.server(OURS), false)) {
            assertThat(server.ask(trusting(OURS))).contains("certificate has expired");
        }
    }

    @Test
    void refusesACertificateForAnotherHostUnlessTheNameIsSaidNotToMatter() throws IOException {
        Identity other = OURS.issue("other", Duration.ofDays(-1), Duration.ofDays(9), "other.example.com");
        try (Server server = new Server(other.server(OURS), false)) {
            assertThat(server.ask(trusting(OURS))).contains("for another host");
            assertThat(server.ask(Map.of("caCertificate", OURS.pem(), "verifyHostName", "false"))).isEqualTo("200 anonymous");
            assertThat(server.ask(Map.of("caCertificate", THEIRS.pem(), "verifyHostName", "false"))).contains("not signed");
        }
    }

    @Test
    void showsItsOwnCertificateToATargetThatAsks() throws IOException {
        try (Server server = new Server(SERVER.server(OURS), true)) {
            assertThat(server.ask(with(CLIENT))).isEqualTo("200 CN=syncline");
            // TLS 1.3 lets the target refuse after the request has left: it may be told as broken off, and never as answered
            assertThat(server.ask(trusting(OURS))).doesNotStartWith("200");
            assertThat(server.ask(with(THEIRS.issue("stranger", Duration.ofDays(-1), Duration.ofDays(9), "x")))).doesNotStartWith("200");
        }
    }

    @Test
    void saysWhenSomethingElseListensThere() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var connection = plain.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    connection.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client has gone
                }
            });
            assertThat(ask("https://127.0.0.1:" + plain.getLocalPort(), trusting(OURS))).contains("does not speak TLS");
        }
    }

    @Test
    void refusesWhatIsNoCertificateOrNoKeyAndQuotesNothing() {
        complains(Map.of("caCertificate", "hello"), "\"caCertificate\" holds no certificate");
        complains(Map.of("caCertificate", "-----BEGIN CERTIFICATE-----\nSGVsbG8=\n-----END CERTIFICATE-----"), "cannot be read");
        complains(Map.of("clientKey", CLIENT.keyPem()), "\"clientKey\" needs \"clientCertificate\"");
        complains(Map.of("clientCertificate", CLIENT.certificatePem()), "\"clientCertificate\" needs \"clientKey\"");
        complains(pair(CLIENT, "hello"), "holds no private key");
        complains(pair(CLIENT, CLIENT.keyPem().replace("PRIVATE KEY", "EC PRIVATE KEY")), "openssl pkcs8");
        complains(pair(CLIENT, CLIENT.keyPem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")), "without a passphrase");
        complains(pair(CLIENT, "-----BEGIN PRIVATE KEY-----\nSGVsbG8=\n-----END PRIVATE KEY-----"), "cannot be read");
        complains(pair(CLIENT, SERVER.keyPem()), "does not match the client certificate of CN=syncline");
    }

    @Test
    void tellsUntilWhenItsCertificatesCount() {
        Instant now = Instant.now();
        Identity soon = OURS.issue("soon", Duration.ofDays(-1), Duration.ofDays(9), "x");
        List<KnownCertificate> known = KnownCertificate.in(
                Map.of("caCertificate", OURS.pem() + TestAuthority.expired("Old CA").pem(), "clientCertificate", soon.certificatePem()), now);
        assertThat(known).extracting(KnownCertificate::subject).containsExactly("CN=soon", "CN=Company CA", "CN=Old CA");
        assertThat(known).extracting(KnownCertificate::state)
                .containsExactly(KnownCertificate.State.EXPIRES_SOON, KnownCertificate.State.VALID, KnownCertificate.State.EXPIRED);
        assertThat(known.getFirst().issuer()).isEqualTo("CN=Company CA");
        assertThat(KnownCertificate.in(Map.of("caCertificate", "nonsense"), now)).isEmpty();
    }

    private static void complains(Map<String, String> settings, String sentence) {
        assertThatThrownBy(() -> Trust.of(new Settings(settings, Duration.ofSeconds(5)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hello").doesNotContain("SGVsbG8"));
    }

    private static Map<String, String> trusting(TestAuthority authority) {
        return Map.of("caCertificate", authority.pem());
    }

    private static Map<String, String> with(Identity client) {
        Map<String, String> settings = new HashMap<>(pair(client, client.keyPem()));
        settings.put("caCertificate", OURS.pem());
        return settings;
    }

    private static Map<String, String> pair(Identity client, String key) {
        return Map.of("clientCertificate", client.certificatePem(), "clientKey", key);
    }

    /** Status and body, or the sentence of the outcome. */
    private static String ask(String url, Map<String, String> settings) {
        try (RecordingHttp http = new RecordingHttp(Duration.ofSeconds(10), Trust.of(new Settings(settings, Duration.ofSeconds(10))))) {
            var reply = http.send(HttpCall.of("GET", URI.create(url + "/")), Unrecorded.EXCHANGES);
            return reply.status() + " " + reply.body();
        } catch (Stopped e) {
            assertThat(e.outcome()).isInstanceOfAny(Outcome.Unavailable.class, Outcome.Unclear.class);
            return e.sentence();
        }
    }

    /** Answers with the name of the client. */
    private static final class Server implements AutoCloseable {

        private final HttpsServer http;

        Server(SSLContext context, boolean asks) throws IOException {
            http = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters ssl = context.getDefaultSSLParameters();
                    ssl.setNeedClientAuth(asks);
                    parameters.setSSLParameters(ssl);
                }
            });
            http.createContext("/", exchange -> {
                var session = ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
                byte[] answer = (asks ? session.getPeerPrincipal().getName() : "anonymous").getBytes();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            http.start();
        }

        String ask(Map<String, String> settings) {
            return TlsTest.ask("https://127.0.0.1:" + http.getAddress().getPort(), settings);
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
