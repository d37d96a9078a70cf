package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestAuthority;
import dev.syncline.fixtures.TestAuthority.Identity;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Certificates of an application, and where its connection may lead. */
class ConnectionSecurityStoryTest extends Story {

    private static final TestAuthority OURS = TestAuthority.named("Company CA");

    @Test
    @DisplayName("A client key is never shown again, only replaced; certificates tell until when they count, and what cannot work is refused with what to do")
    void certificates() {
        Identity client = untilIn(9, "syncline");
        Map<String, Object> body = scim(Map.of("caCertificate", OURS.pem(), "clientCertificate", client.certificatePem()), client.keyPem());
        Answer made = api.post("/api/v1/applications", body);
        JsonNode application = ok(made);
        assertThat(made.text()).doesNotContain("PRIVATE KEY");
        assertThat(application.at("/secrets/clientKey").asBoolean()).isTrue();
        assertThat(texts(application.path("certificates"), "subject")).containsExactly("CN=syncline", "CN=Company CA");
        assertThat(texts(application.path("certificates"), "state")).containsExactly("EXPIRES_SOON", "VALID");

        String path = "/api/v1/applications/" + application.path("id").asString();
        Identity next = untilIn(90, "syncline-next");
        Map<String, Object> onlyCertificate = scim(Map.of("clientCertificate", next.certificatePem()), null);
        onlyCertificate.put("name", body.get("name"));
        Answer unpaired = api.ifMatch(made.header("ETag")).put(path, onlyCertificate);
        assertThat(unpaired.status()).isEqualTo(400);
        assertThat(unpaired.text()).contains("does not match the client certificate of CN=syncline-next");
        Map<String, Object> both = scim(Map.of("clientCertificate", next.certificatePem()), next.keyPem());
        both.put("name", body.get("name"));
        JsonNode replaced = ok(api.ifMatch(made.header("ETag")).put(path, both));
        assertThat(texts(replaced.path("certificates"), "state")).containsExactly("VALID");

        refused(Map.of("caCertificate", "no certificate"), null, "holds no certificate");
        refused(Map.of("caCertificate", TestAuthority.expired("Old CA").pem()), null, "CN=Old CA expired on");
        refused(Map.of("clientCertificate", client.certificatePem()), null, "\\\"clientCertificate\\\" needs \\\"clientKey\\\"");
    }

    @Test
    @DisplayName("A target, a token URL or a receiver at a link-local or metadata address is refused when it is saved, with how to allow it")
    void destinations() {
        refused(Map.of("baseUrl", "http://169.254.169.254/latest"), null, "SYNCLINE_DESTINATIONS_ALLOW=169.254.169.254");
        refused(Map.of("baseUrl", "http://[fe80::1]/scim"), null, "SYNCLINE_DESTINATIONS_ALLOW");
        refused(Map.of("baseUrl", "https://metadata.google.internal/"), null, "metadata service");
        refused(Map.of("auth", "OAUTH", "tokenUrl", "http://0.0.0.0/token", "clientId", "x"), null, "SYNCLINE_DESTINATIONS_ALLOW=0.0.0.0");
        Answer directory = api.post("/api/v1/applications", Map.of("name", TestServer.unique("Directory"), "connector", "ldap", "settings",
                Map.of("url", "ldap://169.254.169.254", "bindDn", "cn=admin", "baseDn", "dc=example"), "secrets", Map.of("password", "secret")));
        assertThat(directory.status()).isEqualTo(400);
        Answer channel = api.post("/api/v1/notifications/channels", Map.of("name", TestServer.unique("Hook"), "kind", "WEBHOOK",
                "settings", Map.of("url", "http://169.254.169.254/hook"), "secrets", Map.of()));
        assertThat(channel.status()).isEqualTo(400);
        assertThat(channel.text()).contains("SYNCLINE_DESTINATIONS_ALLOW=169.254.169.254");
    }

    /** By the server's clock, which other stories have moved. */
    private Identity untilIn(int days, String name) {
        return OURS.issue(name, Duration.ofDays(-1), Duration.between(Instant.now(), server.clock().instant()).plusDays(days), "syncline");
    }

    private void refused(Map<String, String> settings, String key, String sentence) {
        Answer answer = api.post("/api/v1/applications", scim(settings, key));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text()).contains(sentence);
    }

    private static Map<String, Object> scim(Map<String, String> settings, String key) {
        Map<String, String> all = new HashMap<>(Map.of("baseUrl", "https://127.0.0.1:1/scim/v2"));
        all.putAll(settings);
        Map<String, String> secrets = new HashMap<>(Map.of("token", "token", "clientSecret", "x"));
        if (key != null) {
            secrets.put("clientKey", key);
        }
        return new HashMap<>(Map.of("name", TestServer.unique("Secured"), "connector", "scim", "settings", all, "secrets", secrets));
    }

}
