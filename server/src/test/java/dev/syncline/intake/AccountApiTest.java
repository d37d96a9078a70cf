package dev.syncline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.application.Application;
import dev.syncline.application.ApplicationFixtures;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.permission.Permission;
import dev.syncline.permission.PermissionFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An account's life through the API, as an administrator leads it. */
class AccountApiTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final String name = TestServer.unique("account");
    private final Application application = ApplicationFixtures.mapped(server, name);
    private final String userId = api.post("/api/v1/users", Map.of("userName", name, "email", "a@example.com")).field("id");

    @Test
    void anAccountIsCreatedEditedDisabledEnabledAndDeleted() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        Answer created = api.post("/api/v1/accounts", Map.of(
                "applicationId", application.id(), "userId", userId, "permissionIds", List.of(staff.id())));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(created.json().path("account").path("id").asString());
        String id = created.json().path("account").path("id").asString();
        succeeded(created);
        JsonNode account = account(id);
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(account.path("userName").asString()).isEqualTo(name);
        assertThat(account.path("applicationName").asString()).isEqualTo(application.name());
        assertThat(account.path("openTaskId").isNull()).isTrue();
        assertThat(account.path("bindings").get(0).path("permission").path("name").asString()).isEqualTo("staff");

        Answer edited = current(id).put("/api/v1/accounts/" + id, Map.of("attributes", Map.of("title", "Lead")));
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        succeeded(edited);
        assertThat(account(id).path("attributes").path("title").asString()).isEqualTo("Lead");

        succeeded(api.post("/api/v1/accounts/" + id + "/disable", Map.of()));
        assertThat(account(id).path("status").asString()).isEqualTo("DISABLED");
        succeeded(api.post("/api/v1/accounts/" + id + "/enable", Map.of()));
        assertThat(account(id).path("status").asString()).isEqualTo("ACTIVE");
        succeeded(api.post("/api/v1/accounts/" + id + "/bindings", Map.of("unbind", List.of(staff.id()))));
        assertThat(account(id).path("bindings")).isEmpty();

        succeeded(current(id).delete("/api/v1/accounts/" + id));
        assertThat(api.get("/api/v1/accounts/" + id).status()).isEqualTo(404);
        assertThat(api.ifMatch("\"1\"").delete("/api/v1/users/" + userId).status()).isEqualTo(204);
    }

    @Test
    void nothingToChangeIsAnAnswerWithoutATask() {
        String id = created();
        Answer edited = current(id).put("/api/v1/accounts/" + id, Map.of("attributes", Map.of("mail", "a@example.com")));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().path("taskId").isNull()).isTrue();
    }

    @Test
    void anEditNeedsTheVersionThatWasRead() {
        String id = created();
        assertThat(api.put("/api/v1/accounts/" + id, Map.of("name", "x")).status()).isEqualTo(428);
        assertThat(api.ifMatch("\"99\"").put("/api/v1/accounts/" + id, Map.of("name", "x")).status()).isEqualTo(412);
        assertThat(api.put("/api/v1/accounts/" + id, Map.of("nmae", "x")).status()).isEqualTo(400);
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThat(api.post("/api/v1/accounts", Map.of()).field("detail")).contains("in which application");
        assertThat(api.post("/api/v1/accounts", Map.of("applicationId", application.id())).field("detail")).contains("needs a name");
        assertThat(api.post("/api/v1/accounts", Map.of("applicationId", UUID.randomUUID(), "userId", userId)).status()).isEqualTo(404);
        Answer deep = api.post("/api/v1/accounts", Map.of(
                "applicationId", application.id(), "userId", userId, "attributes", Map.of("a", Map.of("b", 1))));
        assertThat(deep.field("detail")).contains("\"a\"");
        created();
        Answer again = api.post("/api/v1/accounts", Map.of("applicationId", application.id(), "userId", userId));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field("detail")).contains("already has an account called " + name);
    }

    @Test
    void accountsAreFoundByWhatIsKnownOfThem() {
        String id = created();
        String orphan = api.post("/api/v1/accounts", Map.of("applicationId", application.id(), "name", "orphan-" + name))
                .json().path("account").path("id").asString();
        assertThat(ids("applicationId=" + application.id())).containsExactly(id, orphan);
        assertThat(ids("applicationId=" + application.id() + "&orphan=true")).containsExactly(orphan);
        assertThat(ids("userId=" + userId)).containsExactly(id);
        assertThat(ids("q=ORPHAN-" + name)).containsExactly(orphan);
        JsonNode first = api.get("/api/v1/accounts?limit=1&applicationId=" + application.id()).json();
        assertThat(first.path("items")).hasSize(1);
        assertThat(ids("limit=1&applicationId=" + application.id() + "&cursor=" + first.path("next").asString())).containsExactly(orphan);
    }

    @Test
    void theTargetIsAskedWhatItHas() {
        JsonNode remote = api.get("/api/v1/accounts/" + created() + "/remote").json();
        assertThat(remote.path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(remote.path("message").asString()).isNotBlank();
    }

    private String created() {
        Answer created = api.post("/api/v1/accounts", Map.of("applicationId", application.id(), "userId", userId));
        succeeded(created);
        return created.json().path("account").path("id").asString();
    }

    private List<String> ids(String filter) {
        return api.get("/api/v1/accounts?" + filter).json().path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }

    private ApiClient current(String id) {
        return api.ifMatch(api.get("/api/v1/accounts/" + id).header("ETag"));
    }

    private JsonNode account(String id) {
        return api.get("/api/v1/accounts/" + id).json();
    }

    private void succeeded(Answer change) {
        assertThat(change.status()).as(change.toString()).isBetween(200, 202);
        String task = change.field("taskId");
        assertThat(task).isNotEmpty();
        await().atMost(Duration.ofSeconds(60)).until(
                () -> api.get("/api/v1/tasks/" + task).field("status"), "SUCCEEDED"::equals);
    }
}
