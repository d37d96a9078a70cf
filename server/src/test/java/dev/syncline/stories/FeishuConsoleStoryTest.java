package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.samples.feishu.SampleFeishu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The story of Feishu in a real browser: the request, the records with what was sent and answered, the move, the freeze, the confirmed deletion. */
class FeishuConsoleStoryTest {

    private static final String SECRET = "CanaryOfTheFeishuApp";

    private final SampleFeishu feishu = SampleFeishu.start("cli_story", SECRET);
    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
        feishu.close();
    }

    @Test
    void fromTheApprovedRequestToTheConfirmedDeletion() {
        feishu.withoutLimits();
        String sales = id("/api/v1/organizations", Map.of("code", "sales", "name", "Sales"));
        id("/api/v1/organizations", Map.of("code", "service", "name", "Service"));
        String app = application();
        String ada = id("/api/v1/users", Map.of("userName", "ada.park", "displayName", "Ada Park"));
        String ming = id("/api/v1/users", Map.of("userName", "ming.li", "displayName", "Ming Li", "email", "ming.li@example.com",
                "phone", "+8613812345678", "managerId", ada, "organizationId", sales));
        new BrowserScript("feishu.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(),
                "USER_PASSWORD", invited(ming), "MANAGER_PASSWORD", invited(ada), "SECRET", SECRET, "GROUP", permissionValue(app)))
                .run(this::outside);
        assertThat(feishu.users()).as("only what was confirmed by hand is gone here").singleElement()
                .satisfies(user -> assertThat(user.path("user_id").asString()).isEqualTo("ming.li"));
    }

    private void outside(String what) {
        switch (what) {
            case "make ming.li an administrator of the tenant" -> feishu.makeManager(feishu.users().getFirst().path("open_id").asString());
            default -> throw new IllegalArgumentException(what);
        }
    }

    private String application() {
        String id = id("/api/v1/applications", Map.of("name", "Feishu", "connector", "feishu", "changeTracking", true,
                "settings", Map.of("baseUrl", feishu.baseUrl(), "appId", "cli_story"), "secrets", Map.of("appSecret", SECRET),
                "mappings", List.of(mapping("ACCOUNT", "name", "user.displayName"), mapping("ACCOUNT", "mobile", "user.phone"),
                        mapping("ACCOUNT", "email", "user.email"), mapping("ACCOUNT", "@parent", "organization.code"),
                        mapping("ORGANIZATION", "department_id", "organization.code"))));
        Story.ok(api.put("/api/v1/applications/" + id + "/structure", Map.of("organizations", true, "groups", false)));
        String staff = id("/api/v1/permissions", Map.of("applicationId", id, "kind", "GROUP", "name", "Staff", "value", feishu.seed().group("Staff")));
        String path = "/api/v1/applications/" + id + "/access";
        Map<String, Object> access = new LinkedHashMap<>(Map.of("ownerIds", List.of(), "accountRequestable", true,
                "requestablePermissionIds", List.of(staff), "lastPermission", "DELETE", "accountEnd", "DISABLE"));
        Story.ok(api.ifMatch(api.get(path).header("ETag")).put(path, access));
        return id;
    }

    private String permissionValue(String application) {
        JsonNode permissions = Story.ok(api.get("/api/v1/permissions?applicationId=" + application)).path("items");
        return permissions.path(0).path("value").asString();
    }

    private String invited(String user) {
        return Story.ok(api.post("/api/v1/users/" + user + "/portal-invitation", null)).path("oneTimePassword").asString();
    }

    private String id(String path, Map<String, Object> body) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }

    private static Map<String, Object> mapping(String objectType, String target, String expression) {
        return Map.of("objectType", objectType, "target", target, "expression", expression);
    }
}
