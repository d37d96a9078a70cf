package dev.syncline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever comes over HTTP: no error of the server's own, no hang, and nothing given away. */
@DisplayName("Fuzzed requests")
class HttpFuzzTest {

    private static World world;
    private static List<Endpoint> endpoints;
    private static Shapes shapes;

    @BeforeAll
    static void start() {
        // What never ends should end soon here: the server gives up on a sender who says nothing for so long.
        world = new World(TestServer.start("server.tomcat.connection-timeout=5s"));
        JsonNode api = world.api.get("/api/v1/openapi.json").json();
        endpoints = Endpoint.of(api);
        shapes = new Shapes(api.path("components").path("schemas"), world);
    }

    @AfterAll
    static void stop() {
        world.server.close();
    }

    @Test
    @DisplayName("Every endpoint the API describes")
    void api() {
        ApiRequests requests = new ApiRequests(endpoints, shapes, world);
        Storm storm = new Storm(world, endpoints, requests::make);
        storm.blow(38_000);
        // Meaningful only if much of it gets past the door, and some of it is taken.
        assertThat(storm.endpointsThatTook()).as("endpoints that took something").isGreaterThan(endpoints.size() / 2);
    }

    @Test
    @DisplayName("Inbound SCIM")
    void scim() {
        ScimRequests requests = new ScimRequests(world);
        Storm storm = new Storm(world, endpoints, (dice, _) -> requests.make(dice));
        storm.blow(8_000);
        assertThat(storm.statuses()).containsKeys(200, 201, 400, 404);
    }

    @Test
    @DisplayName("Callbacks")
    void callbacks() {
        CallbackRequests requests = new CallbackRequests(world);
        Storm storm = new Storm(world, endpoints, (dice, _) -> requests.make(dice));
        storm.blow(7_000);
        Map<Integer, Integer> statuses = storm.statuses();
        assertThat(statuses).containsKeys(400, 401);
        assertThat(statuses.get(400)).as("messages whose signature was right").isGreaterThan(1_000);
    }

    @Test
    @DisplayName("Uploads of CSV files")
    void imports() {
        ImportRequests requests = new ImportRequests(world);
        Storm storm = new Storm(world, endpoints, (dice, _) -> requests.make(dice));
        storm.blow(1_000);
        assertThat(storm.statuses()).containsKeys(201, 400);
    }
}
