package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Permission governance and account policies in a real browser. */
class GovernanceConsoleStoryTest {

    private final FirstStart first = FirstStart.now();
    private final ApiClient api = first.server().api();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aRuleIsExecutedAFindingDecidedAndTheRecordLeadsBack() {
        String application = made("/api/v1/applications", Map.of("name", "Payroll", "connector", "memory", "settings", Map.of("name", "payroll")));
        List<String> both = List.of("Pay", "Approve").stream().map(name -> made("/api/v1/permissions",
                Map.of("applicationId", application, "kind", "ROLE", "name", name, "value", name))).toList();
        account(application, "ming.li", "Ming Li", both);
        account(application, "kim.park", "Kim Park", both.subList(0, 1));
        new BrowserScript("governance.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(_ -> {});
        assertThat(Story.ok(api.get("/api/v1/tasks?source=COMPLIANCE_REVIEW")).path("items").valueStream()
                .map(task -> task.path("action").asString() + " " + task.at("/object/name").asString())).containsExactly("UPDATE ming.li");
    }

    private void account(String application, String userName, String displayName, List<String> permissions) {
        String user = made("/api/v1/users", Map.of("userName", userName, "displayName", displayName));
        String account = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", application, "userId", user, "permissionIds", permissions)))
                .path("account").path("id").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/api/v1/accounts/" + account).field("status").equals("ACTIVE"));
    }

    private String made(String path, Map<String, ?> body) {
        return Story.ok(api.post(path, body)).path("id").asString();
    }
}
