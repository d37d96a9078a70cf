package dev.syncline.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.application.Application;
import dev.syncline.application.ApplicationFixtures;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Permission;
import dev.syncline.permission.PermissionFixtures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProvisioningTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private Organization top;
    private Application application;

    @BeforeEach
    void setUp() {
        Organizations organizations = server.bean(Organizations.class);
        top = organizations.create(TestServer.unique("top"), "Top", null, Actor.SYSTEM);
        Organization below = organizations.create(TestServer.unique("below"), "Below", top.id(), Actor.SYSTEM);
        user(top, "engineer");
        user(top, "clerk");
        user(below, "engineer");
        server.bean(Users.class).setStatus(user(below, "engineer").id(), User.Status.DISABLED, Act.by(Actor.SYSTEM));
        application = ApplicationFixtures.mapped(server, TestServer.unique("provisioning"));
    }

    @Test
    void aPreviewSaysWhomTheFilterFindsAndWhoHasAnAccountAlready() {
        JsonNode all = api.post("/api/v1/batches/preview", body(Map.of("includeSubOrganizations", true))).json();
        assertThat(all.path("matching").asInt()).isEqualTo(3);
        assertThat(all.path("alreadyHave").asInt()).isZero();
        assertThat(all.path("sample")).hasSize(3);
        JsonNode here = api.post("/api/v1/batches/preview", body(Map.of())).json();
        assertThat(here.path("matching").asInt()).isEqualTo(2);
        JsonNode engineers = api.post("/api/v1/batches/preview", body(
                Map.of("includeSubOrganizations", true, "expression", "user.attributes.job == 'engineer'"))).json();
        assertThat(engineers.path("matching").asInt()).isEqualTo(2);
    }

    @Test
    void everyoneFoundGetsAnAccountOnce() {
        Permission staff = PermissionFixtures.group(server, application.id(), "staff");
        Map<String, Object> body = body(Map.of("includeSubOrganizations", true));
        body.put("permissionIds", List.of(staff.id()));
        JsonNode first = done(api.post("/api/v1/batches", body));
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("opened").asInt()).isEqualTo(3);
        assertThat(first.path("kind").asString()).isEqualTo("PROVISIONING");
        assertThat(api.get("/api/v1/bindings?permissionId=" + staff.id()).json().path("items")).hasSize(3);
        JsonNode again = done(api.post("/api/v1/batches", body));
        assertThat(again.path("opened").asInt()).isZero();
        assertThat(again.path("skipped").asInt()).isEqualTo(3);
        JsonNode tasks = api.get("/api/v1/tasks?batch=" + first.path("id").asString()).json().path("items");
        assertThat(tasks).hasSize(3).allSatisfy(task -> assertThat(task.path("cause").path("type").asString()).isEqualTo("PROVISIONING"));
    }

    @Test
    void aFilterThatCannotWorkIsRefusedWithItsField() {
        Answer wrong = api.post("/api/v1/batches/preview", body(Map.of("expression", "user.email ==")));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").get(0).path("field").asString()).isEqualTo("filter.expression");
        Answer nobody = api.post("/api/v1/batches", body(Map.of("q", "nobody is called so")));
        assertThat(nobody.field("detail")).contains("No user matches");
    }

    private Map<String, Object> body(Map<String, Object> filter) {
        Map<String, Object> whole = new HashMap<>(filter);
        whole.put("organizationId", top.id());
        return new HashMap<>(Map.of("applicationId", application.id(), "filter", whole));
    }

    private User user(Organization organization, String job) {
        return server.bean(Users.class).create(new UserData(
                TestServer.unique("prov"), null, null, null, "p@example.com", null, null, organization.id(), Map.of("job", job)), Act.by(Actor.SYSTEM));
    }

    private JsonNode done(Answer created) {
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> api.get("/api/v1/batches/" + created.field("id")).json(),
                batch -> batch.path("status").asString().equals("DONE"));
    }
}
