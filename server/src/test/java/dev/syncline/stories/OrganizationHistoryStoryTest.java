package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was changed about organizations, by whom, with the values before and after. */
class OrganizationHistoryStoryTest extends Story {

    @Test
    void everyChangeIsKeptWithTheValuesBeforeAndAfterAndOutlivesTheOrganization() {
        String above = organization(TestServer.unique("Above"), null);
        String aboveName = ok(api.get("/api/v1/organizations/" + above)).path("name").asString();
        String code = TestServer.unique("sales");
        String sales = organization(code, null);
        save(sales, code, "Sales and service", null);
        save(sales, code, "Sales and service", above);
        assertThat(api.ifMatch(api.get("/api/v1/organizations/" + sales).header("ETag")).delete("/api/v1/organizations/" + sales).status())
                .isEqualTo(204);

        List<JsonNode> changes = changes(sales);

        assertThat(texts(changes, "kind")).as("newest first").containsExactly("DELETED", "MOVED", "EDITED", "CREATED");
        assertThat(texts(changes, "name")).containsExactly("Sales and service", "Sales and service", "Sales and service", code);
        assertThat(words(changes.get(0))).containsExactly("name: Sales and service -> null", "code: " + code + " -> null", "parent: " + aboveName + " -> null");
        assertThat(words(changes.get(1))).containsExactly("parent: null -> " + aboveName);
        assertThat(words(changes.get(2))).containsExactly("name: " + code + " -> Sales and service");
        assertThat(words(changes.get(3))).containsExactly("name: null -> " + code, "code: null -> " + code);
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.at("/actor/kind").asString()).isEqualTo("API_TOKEN");
            assertThat(change.path("at").asString()).isNotEmpty();
        });
    }

    @Test
    void whatIsSavedAsItWasOrRefusedIsNoChange() {
        String code = TestServer.unique("same");
        String same = organization(code, null);
        save(same, code, code, null);
        assertThat(put(same, code, code, same).status()).as("below itself").isEqualTo(400);

        assertThat(texts(changes(same), "kind")).containsExactly("CREATED");
    }

    @Test
    void theListIsPagedAndWhoAsksForNoOrganizationIsTold() {
        String code = TestServer.unique("often");
        String often = organization(code, null);
        save(often, code, "Once", null);
        save(often, code, "Twice", null);

        JsonNode first = ok(api.get("/api/v1/organizations/" + often + "/changes?limit=2"));
        JsonNode rest = ok(api.get("/api/v1/organizations/" + often + "/changes?limit=2&cursor=" + first.path("next").asString()));

        assertThat(texts(first.path("items").valueStream().toList(), "name")).containsExactly("Twice", "Once");
        assertThat(texts(rest.path("items").valueStream().toList(), "kind")).containsExactly("CREATED");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(api.get("/api/v1/organizations/01900000-0000-7000-8000-000000000000/changes").status()).isEqualTo(404);
    }

    private List<JsonNode> changes(String organization) {
        return ok(api.get("/api/v1/organizations/" + organization + "/changes")).path("items").valueStream().toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> node.path(field).asString()).toList();
    }

    private static List<String> words(JsonNode change) {
        return change.path("differences").valueStream().map(difference -> difference.path("field").asString() + ": "
                + text(difference.path("before")) + " -> " + text(difference.path("after"))).toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "null" : value.asString();
    }

    private String organization(String code, String parent) {
        return ok(api.post("/api/v1/organizations", body(code, code, parent))).path("id").asString();
    }

    private void save(String organization, String code, String name, String parent) {
        ok(put(organization, code, name, parent));
    }

    private Answer put(String organization, String code, String name, String parent) {
        String path = "/api/v1/organizations/" + organization;
        return api.ifMatch(api.get(path).header("ETag")).put(path, body(code, name, parent));
    }

    private static Map<String, Object> body(String code, String name, String parent) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "name", name));
        body.put("parentId", parent);
        return body;
    }
}
