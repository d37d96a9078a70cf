package dev.syncline.demo;

import dev.syncline.demo.DemoPeople.Person;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets up a new installation as an administrator would: organizations, applications, an import, batch provisionings; then whatever else
 * can be the reason for a task, once each.
 */
final class DemoSetup {

    static final int PEOPLE = 320;

    private final DemoClient api;
    private final DemoTargets targets;
    private final Clock clock;

    DemoSetup(DemoClient api, DemoTargets targets, Clock clock) {
        this.api = api;
        this.targets = targets;
        this.clock = clock;
    }

    void run() throws InterruptedException {
        Map<String, String> organizations = organizations();
        Map<String, String> applications = new LinkedHashMap<>();
        targets.applications().forEach(body ->
                applications.put((String) body.get("name"), api.post("/applications", body).path("id").asString()));
        permissions(applications);
        importPeople(applications.get(DemoTargets.DIRECTORY));
        provision(applications.get(DemoTargets.COLLABORATION), organizations.get("RND"));
        provision(applications.get(DemoTargets.BADGES), organizations.get("OPS"));
        provision(applications.get(DemoTargets.PAYROLL), organizations.get("FIN"));
        refusedByPayroll(applications.get(DemoTargets.PAYROLL));
        new DemoPolicies(api, applications).run();
        DemoOrganization there = new DemoOrganization(api, organizations, applications);
        targets.feishu().setUp(there);
        new DemoPortal(there).run();
        new DemoGovernance(there, clock).run();
        new DemoUsers(api, new Random()).everythingOnce();
    }

    private Map<String, String> organizations() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Map.Entry<String, String> department : DemoPeople.DEPARTMENTS) {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("code", department.getKey(), "name", department.getValue()));
            if (!ids.isEmpty()) {
                body.put("parentId", ids.values().iterator().next());
            }
            ids.put(department.getKey(), api.post("/organizations", body).path("id").asString());
        }
        return ids;
    }

    private void permissions(Map<String, String> applications) {
        targets.groups().forEach((application, groups) -> groups.forEach((name, value) -> api.post("/permissions",
                Map.of("applicationId", applications.get(application), "kind", "GROUP", "name", name, "value", value))));
    }

    private void importPeople(@Nullable String application) throws InterruptedException {
        List<Person> people = DemoPeople.all(PEOPLE);
        String csv = people.stream().map(DemoSetup::row).collect(Collectors.joining("\n",
                "userName,displayName,givenName,familyName,email,phone,employeeNumber,organization,permissions\n", "\n"));
        String batch = api.upload("people.csv", csv, application, Map.of("existing", "SKIP", "createUsers", true)).path("id").asString();
        awaitBatch(batch, "READY");
        api.post("/batches/" + batch + "/run", Map.of("goodRowsOnly", true));
        awaitBatch(batch, "DONE");
    }

    private static String row(Person person) {
        String groups = person.department().equals("RND") ? "vpn;developers" : "vpn";
        return String.join(",", person.userName(), person.displayName(), person.givenName(), person.familyName(), person.email(),
                person.phone(), person.number(), person.department(), groups);
    }

    private void provision(@Nullable String application, @Nullable String organization) {
        api.post("/batches", Map.of("applicationId", application, "filter", Map.of("organizationId", organization)));
    }

    /** The application refuses names that begin with x: something for a person to repair. */
    private void refusedByPayroll(@Nullable String application) {
        JsonNode users = api.get("/users?limit=3").path("items");
        users.forEach(user -> api.post("/accounts", Map.of("applicationId", application, "userId", user.path("id").asString(),
                "name", "x-" + user.path("userName").asString())));
    }

    private void awaitBatch(String batch, String status) throws InterruptedException {
        while (!api.get("/batches/" + batch).path("status").asString().equals(status)) {
            Thread.sleep(200);
        }
    }
}
