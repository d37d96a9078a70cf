package dev.syncline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Users changed in one batch (one request, one transaction), evaluated against policies, with the tasks this opens: first against three
 * policies over four applications, then against twenty. Everybody changes department, and so loses a permission and an account and
 * gains others. Held against the limits of 20 s and 60 s for ten thousand users.
 */
final class PoliciesBench {

    private static final int FEW = 3;
    private static final int MANY = 20;
    private static final int TASKS_OF_A_MOVE = 4;

    private final int users;

    PoliciesBench(int users) {
        this.users = users;
    }

    Report run() throws Exception {
        try (BenchServer server = new BenchServer()) {
            List<UUID> applications = IntStream.range(0, 4)
                    .mapToObj(i -> server.application("target-" + i, "instant", Map.of(), Map.of(), 100)).toList();
            policies(server, applications);
            // Nothing is compiled yet; it is the moves that count.
            double joining = batch(server, "sales");
            double few = batch(server, "engineering");
            for (int i = FEW; i < MANY; i++) {
                UUID group = permission(server, applications.get(1), "site-" + i);
                policy(server, "Site " + i, "user.attributes[\"site\"] == \"" + i + "\"", List.of(grant(applications.get(1), group)));
            }
            idle(server);
            double many = batch(server, "sales");
            return new Report("policies")
                    .add("users", users, "users", "changed in one request and one transaction")
                    .add("tasks", users * TASKS_OF_A_MOVE, "tasks", "opened by each move")
                    .add("joining, 3 policies", joining, "s", "the users are created, just after the start; two accounts each")
                    .add("moving, 3 policies", few, "s", "limit 20 s for 10,000 users: request to answer, evaluated and tasks opened")
                    .add("moving, 20 policies", many, "s", "limit 60 s for 10,000 users")
                    .add("per user, 20 policies", many / users * 1000, "ms", "");
        }
    }

    private static void policies(BenchServer server, List<UUID> applications) {
        UUID sales = permission(server, applications.get(0), "sales");
        UUID engineering = permission(server, applications.get(0), "engineering");
        policy(server, "Everybody", "true", List.of(account(applications.get(0)), account(applications.get(1))));
        policy(server, "Sales staff", "user.attributes[\"department\"] == \"sales\"",
                List.of(grant(applications.get(0), sales), account(applications.get(2))));
        policy(server, "Engineers", "user.attributes[\"department\"] == \"engineering\"",
                List.of(grant(applications.get(0), engineering), account(applications.get(3))));
    }

    /** Puts everybody into a department; answers the seconds from the request to its answer. */
    private double batch(BenchServer server, String department) throws InterruptedException {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            entries.add(Map.of("userName", "person." + i, "displayName", "Ming Li " + i,
                    "attributes", Map.of("department", department, "site", String.valueOf(i % MANY))));
        }
        long start = System.nanoTime();
        server.post("/users/batch", Map.of("entries", entries));
        double seconds = (System.nanoTime() - start) / 1e9;
        idle(server);
        return seconds;
    }

    private static void idle(BenchServer server) throws InterruptedException {
        while (server.sql().sql("""
                select exists (select 1 from task where status in ('QUEUED', 'RUNNING'))
                    or exists (select 1 from policy_run where status = 'RUNNING')""").query(Boolean.class).single()) {
            Thread.sleep(500);
        }
    }

    private static UUID permission(BenchServer server, UUID application, String name) {
        return id(server, "/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", name, "value", "cn=" + name));
    }

    private static void policy(BenchServer server, String name, String condition, List<Map<String, Object>> grants) {
        server.post("/policies", Map.of("name", name, "condition", condition, "onLeaving", "DELETE", "enabled", true, "grants", grants));
    }

    private static UUID id(BenchServer server, String path, Map<String, Object> body) {
        return UUID.fromString(server.post(path, body).get("id").asString());
    }

    private static Map<String, Object> account(UUID application) {
        return Map.of("applicationId", application);
    }

    private static Map<String, Object> grant(UUID application, UUID permission) {
        return Map.of("applicationId", application, "permissionId", permission);
    }
}
