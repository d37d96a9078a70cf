package dev.syncline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class RunTest {

    private final TestServer server = TestServer.shared();
    private final TransactionTemplate transactions = server.bean(TransactionTemplate.class);
    private final Users users = server.bean(Users.class);
    private final String team = TestServer.unique("crew");

    @Test
    void aRunWaitsForWhoeverChangesUsersAndThenGoesOn() {
        User user = person();
        String policy = transactions.execute(_ -> {
            users.lock(List.of(user.id()));
            String begun = policy();
            // Longer than the run waits for a lock, so that it has to try again.
            sleep(Duration.ofMillis(1_500));
            assertThat(run(begun).path("status").asString()).isEqualTo("RUNNING");
            return begun;
        });
        awaitDone(policy);
        assertThat(run(policy).path("gained").asInt()).isEqualTo(1);
    }

    @Test
    void aUserWhoIsBeingCreatedWhileAPolicyIsSavedIsNotMissed() {
        String policy = transactions.execute(_ -> {
            person();
            return policy();
        });
        awaitDone(policy);
        assertThat(run(policy).path("gained").asInt()).isEqualTo(1);
    }

    @Test
    void manyRunsAtOnceOverTheSameUsersAllEnd() {
        person();
        List<String> policies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            policies.add(policy());
        }
        policies.forEach(this::awaitDone);
    }

    @Test
    void aNewerRunTakesThePlaceOfOneUnderWay() {
        User user = person();
        String policy = transactions.execute(_ -> {
            users.lock(List.of(user.id()));
            String begun = policy();
            assertThat(server.api().post("/api/v1/policies/" + begun + "/runs", null).status()).isEqualTo(201);
            return begun;
        });
        awaitDone(policy);
        JsonNode runs = server.api().get("/api/v1/policies/" + policy + "/runs").json().path("items");
        assertThat(runs.path(1).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(runs.path(1).path("failure").asString()).isEqualTo("A newer run took its place.");
    }

    @Test
    void aRunUnderWayCanBeCancelled() {
        User user = person();
        String policy = transactions.execute(_ -> {
            users.lock(List.of(user.id()));
            String begun = policy();
            String run = run(begun).path("id").asString();
            assertThat(server.api().post("/api/v1/policy-runs/" + run + "/cancel", null).json().path("status").asString())
                    .isEqualTo("CANCELLED");
            return begun;
        });
        assertThat(run(policy).path("status").asString()).isEqualTo("CANCELLED");
    }

    private User person() {
        return users.create(new UserData(TestServer.unique("runner"), null, null, null, null, null, null, null, Map.of("team", team)),
                Act.by(Actor.SYSTEM));
    }

    /** An enabled one of its own application, whose run has begun. */
    private String policy() {
        String application = server.api().post("/api/v1/applications", Map.of("name", TestServer.unique("Run"), "connector", "memory",
                "settings", Map.of("name", TestServer.unique("run")))).json().path("id").asString();
        return server.api().post("/api/v1/policies", Map.of("name", TestServer.unique("Run"),
                "condition", "user.attributes[\"team\"] == \"" + team + "\"", "onLeaving", "DELETE", "enabled", true,
                "grants", List.of(Map.of("applicationId", UUID.fromString(application))))).json().path("id").asString();
    }

    private JsonNode run(String policy) {
        return server.api().get("/api/v1/policies/" + policy + "/runs?limit=1").json().path("items").path(0);
    }

    private void awaitDone(String policy) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(run(policy).path("status").asString()).isEqualTo("DONE"));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
