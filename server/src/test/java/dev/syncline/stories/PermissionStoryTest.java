package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Roles, groups and resources of an application: what accounts can hold. */
class PermissionStoryTest extends Story {

    private final App app = application();

    @Test
    void anApplicationHasRolesGroupsAndResourcesAndEachIsSentAsWhatItIs() {
        List<String> kinds = List.of("ROLE", "GROUP", "RESOURCE");
        List<String> ids = kinds.stream().map(kind -> made(kind, "reports").path("id").asString()).toList();

        for (int i = 0; i < kinds.size(); i++) {
            JsonNode listed = list("applicationId=" + app.id() + "&kind=" + kinds.get(i));
            assertThat(listed.valueStream().map(one -> one.path("id").asString())).as(kinds.get(i)).containsExactly(ids.get(i));
        }
        String account = account(app, "kim", ids.toArray(String[]::new));
        assertThat(accountOf(account).path("bindings").valueStream().map(one -> one.path("status").asString())).containsOnly("HELD").hasSize(3);
        assertThat(app.target().told().getLast().bind()).extracting(one -> one.kind().name()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aPermissionIsChangedAndFoundByItsNewName() {
        JsonNode made = made("GROUP", "reports");
        String path = "/api/v1/permissions/" + made.path("id").asString();

        JsonNode saved = ok(api.ifMatch(api.get(path).header("ETag")).put(path, body("GROUP", "figures", "cn=figures")));

        assertThat(saved.path("name").asString()).isEqualTo("figures");
        assertThat(list("applicationId=" + app.id() + "&q=figur").valueStream().map(one -> one.path("value").asString())).containsExactly("cn=figures");
        assertThat(list("applicationId=" + app.id() + "&q=report")).isEmpty();
        assertThat(api.ifMatch("\"1\"").put(path, body("GROUP", "late", "cn=late")).status()).as("somebody else was first").isEqualTo(412);
    }

    @Test
    void whatIsHeldOrGrantedIsNotDeletedAndTheRefusalSaysWhy() {
        String held = made("GROUP", "held").path("id").asString();
        String granted = made("GROUP", "granted").path("id").asString();
        String free = made("GROUP", "free").path("id").asString();
        String account = account(app, "kim", held);
        ok(api.post("/api/v1/packages", Map.of("name", app.name() + " tools",
                "items", List.of(Map.of("applicationId", app.id(), "permissionId", granted)))));

        for (String used : List.of(held, granted)) {
            Answer refused = delete("permissions", used);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.field("code")).isEqualTo("STILL_IN_USE");
            assertThat(refused.field("detail")).contains("take it away there first");
        }
        assertThat(delete("permissions", free).status()).isEqualTo(204);
        awaitStatus(unbind(account, held).task(), "SUCCEEDED");
        assertThat(delete("permissions", held).status()).isEqualTo(204);
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldToChange() {
        made("ROLE", "admin");
        assertThat(api.post("/api/v1/permissions", body("ROLE", "admin", "other")).field("code")).isEqualTo("ALREADY_EXISTS");
        assertThat(api.post("/api/v1/permissions", body("GROUP", "admin", "other")).status()).as("another kind").isEqualTo(201);
        Answer nameless = api.post("/api/v1/permissions", body("ROLE", " ", "x"));
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.json().toString()).contains("Give the permission a name");
        JsonNode moved = made("ROLE", "mover");
        String path = "/api/v1/permissions/" + moved.path("id").asString();
        Answer elsewhere = api.ifMatch(api.get(path).header("ETag")).put(path,
                Map.of("applicationId", application().id(), "kind", "ROLE", "name", "mover", "value", "x"));
        assertThat(elsewhere.json().toString()).contains("cannot move to another application");
    }

    private JsonNode made(String kind, String name) {
        return ok(api.post("/api/v1/permissions", body(kind, name, "cn=" + name)));
    }

    private JsonNode list(String query) {
        return ok(api.get("/api/v1/permissions?" + query)).path("items");
    }

    private Answer delete(String collection, String id) {
        String path = "/api/v1/" + collection + "/" + id;
        return api.ifMatch(api.get(path).header("ETag")).delete(path);
    }

    private Map<String, Object> body(String kind, String name, String value) {
        return Map.of("applicationId", app.id(), "kind", kind, "name", name, "value", value);
    }
}
