package dev.syncline.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do for themselves in the portal: ask for access, have it approved, and give access back. */
final class DemoPortal {

    private final DemoOrganization there;
    private final DemoClient api;

    DemoPortal(DemoOrganization there) {
        this.there = there;
        this.api = there.api();
    }

    void run() throws InterruptedException {
        String wiki = there.permission(DemoTargets.DIRECTORY, "wiki");
        offer(wiki);
        List<JsonNode> team = there.people("HR", 4);
        JsonNode manager = team.get(0);
        DemoClient approver = api.portalOf(manager);
        for (JsonNode user : team.subList(1, 4)) {
            there.account(user, DemoTargets.DIRECTORY);
            reportTo(manager, user);
        }
        DemoClient first = api.portalOf(team.get(1));
        approve(approver, ask(first, wiki));
        reject(approver, ask(api.portalOf(team.get(2)), wiki));
        // One is left for whoever looks at the portal.
        ask(api.portalOf(team.get(3)), wiki);
        giveBack(first, there.account(team.get(1), DemoTargets.DIRECTORY));
    }

    private void offer(String permission) {
        String path = "/applications/" + there.applications().get(DemoTargets.DIRECTORY) + "/access";
        JsonNode now = api.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        for (String member : List.of("ownerIds", "steps", "lastPermission", "accountEnd")) {
            body.put(member, now.path(member));
        }
        body.put("accountRequestable", true);
        body.put("requestablePermissionIds", List.of(permission));
        api.put(path, body, now.path("version").asInt());
    }

    private void reportTo(JsonNode manager, JsonNode user) {
        JsonNode now = api.get("/users/" + user.path("id").asString());
        api.put("/users/" + user.path("id").asString(), DemoOrganization.edited(now, Map.of("managerId", manager.path("id").asString())),
                now.path("version").asInt());
    }

    private static String ask(DemoClient portal, String permission) {
        return portal.post("/portal/requests",
                        Map.of("items", List.of(Map.of("permissionId", permission)), "reason", "I write the handbook of our team."))
                .path("requests").path(0).path("id").asString();
    }

    private static void approve(DemoClient portal, String request) {
        portal.post("/portal/approvals/" + request + "/approve", Map.of("comment", "Welcome."));
    }

    private static void reject(DemoClient portal, String request) {
        portal.post("/portal/approvals/" + request + "/reject", Map.of("comment", "One author for each team is enough."));
    }

    private void giveBack(DemoClient portal, JsonNode account) {
        portal.post("/portal/access/release", Map.of("permissions", List.of(Map.of("accountId", account.path("id").asString(),
                "permissionId", there.permission(DemoTargets.DIRECTORY, "vpn")))));
    }
}
