package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The portal in a real browser, before the real server. */
class PortalStoryTest {

    private TestServer server;
    private ApiClient api;

    @BeforeEach
    void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("A user asks for access, the manager approves, and the user gives it back")
    void requestAndRelease() {
        String app = offered("Company directory", "staff");
        String ada = person("ada.park", "Ada Park", null);
        String ming = person("ming.li", "Ming Li", ada);
        new BrowserScript("request-and-release.mjs", Map.of(
                "BASE_URL", server.url(), "APPLICATION", "Company directory",
                "USER", "ming.li", "USER_PASSWORD", invited(ming), "MANAGER", "ada.park", "MANAGER_PASSWORD", invited(ada)))
                .run(what -> {
                    throw new IllegalArgumentException(what);
                });
        List<JsonNode> log = Story.ok(api.get("/api/v1/tasks?application=" + app)).path("items").valueStream().toList();
        assertThat(log.stream().map(PortalStoryTest::line)).containsExactly(
                "DELETE by Ming Li because of SELF_SERVICE_DEPROVISIONING", "CREATE by Ada Park because of ACCESS_REQUEST");
    }

    private static String line(JsonNode task) {
        return task.path("action").asString() + " by " + task.at("/initiator/name").asString() + " because of " + task.path("source").asString();
    }

    /** An application with a permission users can ask for. */
    private String offered(String name, String permission) {
        String app = id(Map.of("name", name, "connector", "memory", "settings", Map.of("name", TestServer.unique("target"))), "/api/v1/applications");
        String staff = id(Map.of("applicationId", app, "kind", "GROUP", "name", permission, "value", permission), "/api/v1/permissions");
        String path = "/api/v1/applications/" + app + "/access";
        Story.ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("ownerIds", List.of(), "accountRequestable", true,
                "requestablePermissionIds", List.of(staff), "lastPermission", "DELETE", "accountEnd", "DISABLE")));
        return app;
    }

    private String person(String userName, String displayName, String manager) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("userName", userName, "displayName", displayName));
        body.put("managerId", manager);
        return id(body, "/api/v1/users");
    }

    private String invited(String user) {
        return Story.ok(api.post("/api/v1/users/" + user + "/portal-invitation", null)).path("oneTimePassword").asString();
    }

    private String id(Map<String, Object> body, String path) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }
}
