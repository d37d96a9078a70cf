package dev.syncline.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What ends by itself, and what is found to be wrong and put right: an account too many, duties that exclude each other, a name an application refused. */
final class DemoGovernance {

    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    private final DemoOrganization there;
    private final DemoClient api;
    private final Clock clock;

    DemoGovernance(DemoOrganization there, Clock clock) {
        this.there = there;
        this.api = there.api();
        this.clock = clock;
    }

    void run() throws InterruptedException {
        accessForAMoment();
        oneAccountIsEnough();
        dutiesThatExcludeEachOther();
        correctARefusedName();
    }

    private void accessForAMoment() throws InterruptedException {
        String wiki = there.permission(DemoTargets.DIRECTORY, "wiki");
        for (JsonNode user : there.people("IT", 2)) {
            JsonNode account = there.account(user, DemoTargets.DIRECTORY);
            api.post("/accounts/" + account.path("id").asString() + "/bindings",
                    Map.of("bind", List.of(Map.of("permissionId", wiki, "endsAt", clock.instant().plus(A_MOMENT).toString()))));
        }
    }

    private void oneAccountIsEnough() throws InterruptedException {
        String directory = there.applications().get(DemoTargets.DIRECTORY);
        JsonNode user = there.people("FIN", 1).getFirst();
        there.account(user, DemoTargets.DIRECTORY);
        api.post("/accounts", Map.of("applicationId", directory, "userId", user.path("id").asString(),
                "name", user.path("userName").asString() + ".old"));
        String policy = api.post("/account-policies", Map.of("applicationId", directory, "name", "One account for each person",
                        "definition", Map.of("kind", "DUPLICATE", "keep", "OLDEST"), "action", "DISABLE",
                        "schedule", Map.of("every", "DAILY", "at", "03:00", "zone", "UTC")))
                .path("id").asString();
        api.post("/account-policies/" + policy + "/runs", Map.of("dryRun", false));
    }

    private void dutiesThatExcludeEachOther() throws InterruptedException {
        String developers = there.permission(DemoTargets.DIRECTORY, "developers");
        String wiki = there.permission(DemoTargets.DIRECTORY, "wiki");
        for (JsonNode user : there.people("RND", 2)) {
            JsonNode account = there.account(user, DemoTargets.DIRECTORY);
            api.post("/accounts/" + account.path("id").asString() + "/bindings", Map.of("bind", List.of(Map.of("permissionId", wiki))));
            there.await("/bindings?accountId=" + account.path("id").asString(),
                    binding -> binding.path("permissionId").asString().equals(wiki) && binding.path("status").asString().equals("HELD"));
        }
        String rule = api.post("/compliance/rules", Map.of("name", "Who develops does not publish",
                        "definition", Map.of("kind", "SEPARATION_OF_DUTIES", "permissionsA", List.of(developers),
                                "permissionsB", List.of(wiki), "side", "B"),
                        "action", "UNBIND"))
                .path("id").asString();
        api.post("/compliance/rules/" + rule + "/runs", Map.of("dryRun", false));
    }

    /** Payroll refuses names that begin with x; one of them is corrected and sent again, the others are left to be repaired. */
    private void correctARefusedName() throws InterruptedException {
        JsonNode failed = there.await("/tasks?status=FAILED&application=" + there.applications().get(DemoTargets.PAYROLL),
                task -> task.path("object").path("name").asString().startsWith("x-"));
        String task = "/tasks/" + failed.path("id").asString();
        JsonNode parameters = api.get(task).path("parameters");
        Map<String, Object> corrected = new LinkedHashMap<>(Map.of("name", parameters.path("name").asString().substring("x-".length()) + ".pay"));
        for (String member : List.of("attributes", "bind", "unbind")) {
            corrected.put(member, parameters.path(member));
        }
        api.post(task + "/modify", Map.of("parameters", corrected, "reason", "Payroll takes no name that begins with x."));
    }
}
