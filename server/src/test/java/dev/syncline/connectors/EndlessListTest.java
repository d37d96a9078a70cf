package dev.syncline.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.rest.RestConnectorType;
import dev.syncline.connectors.scim.ScimConnectorType;
import dev.syncline.testkit.RecordingExchanges;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Targets that would be listed for ever. */
@Timeout(120)
class EndlessListTest {

    private static final String USER = "{\"id\": \"7\", \"userName\": \"ada\", \"name\": \"ada\"}";

    @Test
    void aScimServiceThatIgnoresTheIndexIsNoticed() throws IOException {
        assertThat(scim("{\"totalResults\": 100000, \"Resources\": [" + USER + "]}")).contains("same page");
    }

    @Test
    void aScimServiceThatIgnoresTheIndexIsNoticedWhereItsPagesAreLargerThanOurs() throws IOException {
        assertThat(scim("{\"totalResults\": 4, \"Resources\": [" + USER + ", " + USER.replace("7", "8") + "]}")).contains("same page");
    }

    @Test
    void aScimServiceThatPromisesMoreThanItGivesIsNoticed() throws IOException {
        assertThat(scim("{\"totalResults\": 100000, \"Resources\": []}")).contains("gives none");
    }

    @Test
    void aScimAnswerThatIsNoListIsNoticed() throws IOException {
        assertThat(scim("{\"totalResults\": \"many\"}")).contains("no list of users");
        assertThat(scim("{\"totalResults\": 1, \"Resources\": [7]}")).contains("no user");
    }

    @Test
    void anApplicationThatIgnoresTheOffsetIsNoticed() throws IOException {
        assertThat(rest("{\"items\": [" + USER + "]}", Map.of("list.url", "/accounts?offset={{offset}}", "listPointer", "/items"))).contains("same page");
    }

    @Test
    void anApplicationThatNamesTheSameCursorForEverIsNoticed() throws IOException {
        assertThat(rest("{\"items\": [" + USER + "], \"next\": \"a\"}",
                Map.of("list.url", "/accounts?from={{cursor}}", "listPointer", "/items", "nextPointer", "/next"))).contains("page");
    }

    @Test
    void anApplicationWithoutAListHasNoSuchCapability() throws IOException {
        assertThat(rest("[]", Map.of())).contains("list.url");
        Settings settings = new Settings(Map.of("baseUrl", "http://localhost", "create.url", "/accounts"), Duration.ofSeconds(1));
        assertThat(new RestConnectorType().capabilities(settings)).doesNotContain(Capability.LIST_ACCOUNTS);
    }

    private static String scim(String answer) throws IOException {
        return failure(new ScimConnectorType(), answer, Map.of("token", "canary-token"));
    }

    private static String rest(String answer, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("create.url", "/accounts");
        return failure(new RestConnectorType(), answer, all);
    }

    private static String failure(ConnectorType type, String answer, Map<String, String> settings) throws IOException {
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        target.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        target.start();
        Map<String, String> all = new HashMap<>(settings);
        all.put("baseUrl", "http://localhost:" + target.getAddress().getPort());
        try (Connector connector = type.open(Settings.withDefaults(type.fields(), all, Duration.ofSeconds(20)))) {
            Listing listing = connector.list(1, _ -> true, new RecordingExchanges());
            assertThat(listing).isInstanceOf(Listing.Failed.class);
            return ((Listing.Failed) listing).message();
        } finally {
            target.stop(0);
        }
    }
}
