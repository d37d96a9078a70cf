package dev.syncline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Dry runs go after a while, real ones stay. */
class DryRunsTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();

    @Test
    void dryRunsAreForgottenWithWhatTheyFound() {
        String application = api.post("/api/v1/applications", Map.of("name", TestServer.unique("Target"), "connector", "memory",
                "settings", Map.of("name", "dry"), "dataSynchronization", false)).field("id");
        api.post("/api/v1/accounts", Map.of("applicationId", application, "name", "nobodys", "attributes", Map.of(), "permissionIds", List.of()));
        String policy = api.post("/api/v1/account-policies", Map.of("applicationId", application, "name", TestServer.unique("Policy"),
                "definition", Map.of("kind", "ORPHAN", "readTarget", false), "action", "NOTIFY")).field("id");
        String dry = run(policy, true);
        String real = run(policy, false);
        server.bean(CheckRunRepository.class).forgetDryRuns(server.clock().instant().plus(Duration.ofMinutes(1)));
        assertThat(api.get("/api/v1/account-policies/runs/" + dry).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/account-policies/runs/" + real + "/findings").json().path("items")).hasSize(1);
        assertThat(server.database().jdbc().sql("select count(*) from governance_finding where check_id = cast(? as uuid)").param(policy)
                .query(Integer.class).single()).isEqualTo(1);
    }

    private String run(String policy, boolean dryRun) {
        String run = api.post("/api/v1/account-policies/" + policy + "/runs", Map.of("dryRun", dryRun)).field("id");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/api/v1/account-policies/runs/" + run).field("status").equals("DONE"));
        return run;
    }
}
