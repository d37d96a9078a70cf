package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.feishu.FeishuSeed;
import dev.syncline.samples.feishu.SampleFeishu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tenant that has people and departments already is read, linked and adopted; from then on it is as if we had made them. */
class FeishuReconciliationStoryTest extends ReconciliationStory {

    private static final String SECRET = "the secret of the app";
    private static final List<Map<String, Object>> BY_MAIL = List.of(rule("email", "email"));

    private SampleFeishu feishu;
    private App app;

    @BeforeEach
    void start() {
        feishu = SampleFeishu.start("cli_takeover", SECRET);
        // The server's clock stands still: what is put off would come back when it is moved.
        feishu.withoutLimits();
        String name = TestServer.unique("Feishu");
        JsonNode made = ok(api.post("/api/v1/applications", Map.of("name", name, "connector", "feishu", "changeTracking", true,
                "settings", Map.of("baseUrl", feishu.baseUrl(), "appId", "cli_takeover", "nameField", "EMAIL"), "secrets", Map.of("appSecret", SECRET),
                "accountNameExpression", "user.email",
                "mappings", List.of(mapping("ACCOUNT", "name", "user.displayName"), mapping("ACCOUNT", "mobile", "user.phone"),
                        mapping("ACCOUNT", "email", "user.email"), mapping("ACCOUNT", "@parent", "organization.code")))));
        app = new App(id(made), name, null);
    }

    @AfterEach
    void stop() {
        ok(api.put("/api/v1/applications/" + app.id() + "/structure", Map.of("organizations", false, "groups", false)));
        feishu.close();
    }

    @Test
    @DisplayName("Departments are linked, people are linked or adopted, the rest is reported; then a move is an update of what was there")
    void taken() {
        String code = TestServer.unique("sales");
        String sales = organization(code);
        String service = organization(TestServer.unique("service"));
        String department = feishu.seed().department(code, FeishuSeed.ROOT);
        String mail = TestServer.unique("ming") + "@example.com";
        String ming = member(mail, sales);
        String there = feishu.seed().user("Ming Li", "+8613900000001", department, Map.of("email", mail));
        String contractor = feishu.seed().user("A Contractor", "+8613900000002", department, Map.of("email", TestServer.unique("contractor") + "@example.com"));
        int before = feishu.users().size();

        JsonNode run = awaitEnd(start(app, Map.of("rules", BY_MAIL, "objects", List.of("ORGANIZATION"))));

        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("DONE");
        assertThat(only(run, "MATCHED").path("subject").path("id").asString()).isEqualTo(ming);
        assertThat(only(run, "UNKNOWN").path("remoteId").asString()).isEqualTo(contractor);
        String account = ok(act(only(run, "MATCHED"), run, "link", Map.of())).path("accountId").asString();
        String adopted = ok(act(only(run, "UNKNOWN"), run, "keep", Map.of())).path("accountId").asString();
        assertThat(accountOf(account).path("remoteId").asString()).isEqualTo(there);
        assertThat(accountOf(account).path("userId").asString()).isEqualTo(ming);
        assertThat(accountOf(adopted).path("userId").isNull()).isTrue();
        ok(act(found(run, "ORGANIZATION", "MATCHED").getFirst(), run, "link", Map.of()));
        ok(api.put("/api/v1/applications/" + app.id() + "/structure", Map.of("organizations", true, "groups", false)));
        await(() -> assertThat(departments(code)).isEqualTo(1));
        assertThat(feishu.users()).as("nothing was made there").hasSize(before);

        move(ming, service);

        await(() -> assertThat(feishu.user(there).orElseThrow().path("department_ids").path(0).asString()).isNotEqualTo(department));
        assertThat(feishu.users()).as("the user was moved, not made anew").hasSize(before);
        assertThat(ok(api.get("/api/v1/tasks?account=" + account)).path("items").path(0).path("action").asString()).isEqualTo("UPDATE");
    }

    private String member(String mail, String organization) {
        Map<String, Object> body = Map.of("userName", TestServer.unique("ming"), "displayName", "Ming Li", "email", mail, "phone", "+8613900000001",
                "organizationId", organization);
        return id(ok(api.post("/api/v1/users", body)));
    }

    private String organization(String code) {
        return id(ok(api.post("/api/v1/organizations", Map.of("code", code, "name", code))));
    }

    private void move(String user, String organization) {
        String path = "/api/v1/users/" + user;
        Answer before = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        before.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("organizationId", organization);
        ok(api.ifMatch(before.header("ETag")).put(path, body));
    }

    private long departments(String name) {
        return feishu.departments().stream().filter(one -> one.path("name").asString().equals(name)).count();
    }
}
