package dev.syncline.connectors.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Connector;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Settings;
import dev.syncline.samples.SampleScimService;
import dev.syncline.testkit.RecordingExchanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest {

    @Test
    void aTokenIsKeptAndReplacedOnceWhenItIsRefused() {
        try (var service = SampleScimService.start("unused", "client-secret"); Connector connector = open(service)) {
            assertThat(operations(connector)).containsExactly("POST", "GET");
            assertThat(operations(connector)).containsExactly("GET");
            service.revokeTokens();
            assertThat(operations(connector)).containsExactly("GET", "POST", "GET");
            assertThat(service.tokensGiven()).isEqualTo(2);
        }
    }

    @Test
    void theTokenIsDeclaredSecret() {
        try (var service = SampleScimService.start("unused", "client-secret"); Connector connector = open(service)) {
            var record = new RecordingExchanges();
            read(connector, record);
            String token = Json.text(record.all().getFirst().response().orElseThrow().body(), "access_token").orElseThrow();
            assertThat(record.secrets()).contains(token);
            String basic = record.all().getFirst().request().headers().get("Authorization").getFirst();
            assertThat(record.secrets()).contains(basic.substring("Basic ".length()));
        }
    }

    private static List<String> operations(Connector connector) {
        var record = new RecordingExchanges();
        assertThat(read(connector, record)).isInstanceOf(Reading.Gone.class);
        return record.operations();
    }

    private static Reading read(Connector connector, RecordingExchanges record) {
        return connector.read(ObjectType.ACCOUNT, "nobody", Optional.empty(), record);
    }

    private static Connector open(SampleScimService service) {
        var type = new ScimConnectorType();
        Map<String, String> settings = Map.of(
                "baseUrl", service.baseUrl(), "auth", "OAUTH", "tokenUrl", service.tokenUrl(),
                "clientId", SampleScimService.CLIENT_ID, "clientSecret", "client-secret");
        return type.open(Settings.withDefaults(type.fields(), settings, Duration.ofSeconds(30)));
    }
}
