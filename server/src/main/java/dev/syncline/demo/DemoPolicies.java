package dev.syncline.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A permission package and provisioning policies, so that people who move between departments gain and lose what belongs there. */
final class DemoPolicies {

    private final DemoClient api;
    private final Map<String, String> applications;

    /** @param applications ids by name */
    DemoPolicies(DemoClient api, Map<String, String> applications) {
        this.api = api;
        this.applications = applications;
    }

    void run() {
        Map<String, String> directory = permissions(DemoTargets.DIRECTORY);
        Map<String, String> collaboration = permissions(DemoTargets.COLLABORATION);
        String starter = api.post("/packages", Map.of("name", "Sales tools",
                "description", "What the people in Sales work with", "requestable", true, "maxDays", 90,
                "items", List.of(grant(DemoTargets.COLLABORATION, null), grant(DemoTargets.COLLABORATION, collaboration.get("Project Aurora")),
                        grant(DemoTargets.DIRECTORY, directory.get("wiki"))))).path("id").asString();
        policy("Sales staff", "organization.code == \"SALES\"", "DISABLE", List.of(Map.of("packageId", starter)));
        policy("Developers", "organization.code == \"RND\"", "UNBIND",
                List.of(grant(DemoTargets.DIRECTORY, directory.get("developers")), grant(DemoTargets.COLLABORATION, null)));
        policy("Operations", "organization.code == \"OPS\"", "DELETE", List.of(grant(DemoTargets.BADGES, null)));
    }

    private void policy(String name, String condition, String onLeaving, List<Map<String, Object>> grants) {
        api.post("/policies", Map.of("name", name, "condition", condition, "onLeaving", onLeaving, "enabled", true,
                "grants", new ArrayList<>(grants)));
    }

    private Map<String, String> permissions(String application) {
        return api.get("/permissions?limit=200&applicationId=" + applications.get(application)).path("items").valueStream()
                .collect(Collectors.toMap(one -> one.path("name").asString(), DemoPolicies::id));
    }

    private static String id(JsonNode one) {
        return one.path("id").asString();
    }

    private Map<String, Object> grant(String application, @Nullable String permission) {
        Map<String, Object> grant = new HashMap<>(Map.of("applicationId", applications.get(application)));
        if (permission != null) {
            grant.put("permissionId", permission);
        }
        return grant;
    }
}
