package dev.syncline.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.application.Unrecorded;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Settings;
import dev.syncline.fixtures.TestAuthority;
import dev.syncline.fixtures.TestAuthority.Identity;
import dev.syncline.samples.slapd.SlapdServer;
import dev.syncline.samples.slapd.SlapdTls;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** LDAPS and StartTLS with OpenLDAP, whose certificate a small authority signed. */
class LdapTlsTest {

    private static final TestAuthority OURS = TestAuthority.named("Company CA");
    private static final Identity CLIENT = OURS.issue("syncline", Duration.ofDays(-1), Duration.ofDays(90), "syncline");

    private static SlapdServer good;
    private static SlapdServer demanding;

    @BeforeAll
    static void start() {
        Identity directory = OURS.forLoopback("directory");
        good = SlapdServer.start("password", new SlapdTls(directory.certificatePem(), directory.keyPem(), OURS.pem(), false));
        demanding = SlapdServer.start("password", new SlapdTls(directory.certificatePem(), directory.keyPem(), OURS.pem(), true));
    }

    @AfterAll
    static void stop() {
        good.close();
        demanding.close();
    }

    @Test
    void trustsTheDirectoryWhoseCertificateItsAuthoritySigned() {
        for (Map<String, String> way : List.of(ldaps(good), startTls(good))) {
            Check check = check(way, Map.of("caCertificate", OURS.pem()));
            assertThat(check.ok()).as(check.message()).isTrue();
        }
    }

    @Test
    void refusesADirectoryNobodyVouchesFor() {
        for (Map<String, String> way : List.of(ldaps(good), startTls(good))) {
            for (Map<String, String> trust : List.of(Map.<String, String>of(), Map.of("caCertificate", TestAuthority.named("Another CA").pem()))) {
                Check check = check(way, trust);
                assertThat(check.ok()).isFalse();
                assertThat(check.message()).contains("not signed by an authority that is trusted");
            }
        }
    }

    @Test
    void refusesACertificateThatExpiredOrIsForAnotherHost() {
        Identity expired = OURS.issue("directory", Duration.ofDays(-9), Duration.ofDays(-1), "127.0.0.1");
        try (SlapdServer directory = SlapdServer.start("password", new SlapdTls(expired.certificatePem(), expired.keyPem(), OURS.pem(), false))) {
            assertThat(check(ldaps(directory), Map.of("caCertificate", OURS.pem())).message()).contains("expired");
        }
        Identity other = OURS.issue("other", Duration.ofDays(-1), Duration.ofDays(9), "other.example.com");
        try (SlapdServer directory = SlapdServer.start("password", new SlapdTls(other.certificatePem(), other.keyPem(), OURS.pem(), false))) {
            for (Map<String, String> way : List.of(ldaps(directory), startTls(directory))) {
                Check named = check(way, Map.of("caCertificate", OURS.pem()));
                assertThat(named.ok()).isFalse();
                assertThat(named.message()).contains("for another host than the URL names");
                assertThat(check(way, Map.of("caCertificate", OURS.pem(), "verifyHostName", "false")).ok()).isTrue();
            }
        }
    }

    @Test
    void showsItsOwnCertificateToADirectoryThatAsks() {
        Map<String, String> own = Map.of("caCertificate", OURS.pem(), "clientCertificate", CLIENT.certificatePem(), "clientKey", CLIENT.keyPem());
        for (Map<String, String> way : List.of(ldaps(demanding), startTls(demanding))) {
            assertThat(check(way, own).ok()).isTrue();
            Check without = check(way, Map.of("caCertificate", OURS.pem()));
            assertThat(without.ok()).isFalse();
        }
    }

    @Test
    void goesNowhereNothingMayBeSent() {
        assertThat(check(Map.of("url", "ldap://169.254.169.254"), Map.of()).message()).contains("nothing may be sent");
    }

    private static Map<String, String> ldaps(SlapdServer server) {
        return Map.of("url", server.secureUrl());
    }

    private static Map<String, String> startTls(SlapdServer server) {
        return Map.of("url", server.url(), "startTls", "true");
    }

    private static Check check(Map<String, String> way, Map<String, String> trust) {
        LdapConnectorType type = new LdapConnectorType();
        Map<String, String> values = new HashMap<>(Map.of("bindDn", SlapdServer.BIND_DN, "password", "password", "baseDn", SlapdServer.PEOPLE));
        values.putAll(way);
        values.putAll(trust);
        try (Connector connector = type.open(Settings.withDefaults(type.fields(), values, Duration.ofSeconds(10)))) {
            return connector.check(Unrecorded.EXCHANGES);
        }
    }
}
