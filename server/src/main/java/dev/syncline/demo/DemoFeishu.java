package dev.syncline.demo;

import static dev.syncline.demo.DemoTargets.mapping;

import dev.syncline.demo.DemoPeople.Person;
import dev.syncline.samples.feishu.FeishuSeed;
import dev.syncline.samples.feishu.SampleFeishu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A tenant of Feishu: organizations become departments, the people of two of them get users and a user group. Departments and users are
 * known by ids of the company's own choice, so that they are the same after a restart, over which the tenant keeps nothing.
 */
final class DemoFeishu implements AutoCloseable {

    static final String NAME = "Feishu";

    private static final Map<String, String> GROUPS = Map.of("people", "People team", "sellers", "Sales team");
    private static final String TOP = "";

    private final String secret;
    private final SampleFeishu platform;
    private final String costCentre;

    DemoFeishu(String secret) {
        this.secret = secret;
        this.platform = SampleFeishu.start("cli_" + UUID.randomUUID(), secret);
        this.costCentre = platform.seed().customAttribute("TEXT", "Cost centre");
        somebodyIsThereAlready();
    }

    /** Has the mobile number of somebody who is to get a user: something for a person to decide. */
    private void somebodyIsThereAlready() {
        Person twin = DemoPeople.all(DemoSetup.PEOPLE).stream().filter(person -> person.department().equals("HR")).findFirst().orElseThrow();
        platform.seed().user(twin.displayName(), twin.phone(), FeishuSeed.ROOT,
                Map.of("user_id", "contractor-17", "email", "contractor-17@example.com"));
    }

    Map<String, Object> application() {
        Map<String, String> settings = Map.of("baseUrl", platform.baseUrl(), "appId", platform.appId(), "idType", "USER_ID",
                "departmentIdType", "DEPARTMENT_ID");
        return DemoTargets.body(NAME, "feishu", settings, Map.of("appSecret", secret), List.of(
                mapping("name", "user.displayName"), mapping("mobile", "user.phone"), mapping("email", "user.email"),
                mapping("employee_no", "user.employeeNumber"), mapping("custom:" + costCentre, "organization.code"),
                mapping("@parent", "organization.code"), mapping("ORGANIZATION", "department_id", "organization.code")));
    }

    /** Makes the user groups and answers name to id. */
    Map<String, String> groups() {
        Map<String, String> made = new LinkedHashMap<>();
        GROUPS.forEach((id, name) -> made.put(name, platform.seed().group(id, name)));
        return made;
    }

    /** Departments first, then the people of Human Resources at once; whoever is in Sales, or comes there, by a policy. */
    void setUp(DemoOrganization there) {
        String application = there.applications().get(NAME);
        there.api().put("/applications/" + application + "/structure", Map.of("organizations", true, "groups", false), 0);
        there.api().post("/batches", Map.of("applicationId", application, "filter", Map.of("organizationId", there.organizations().get("HR"))));
        policy(there, "Feishu for Sales", "SALES", "Sales team");
        policy(there, "Feishu for Human Resources", "HR", "People team");
    }

    private static void policy(DemoOrganization there, String name, String organization, String group) {
        String application = there.applications().get(NAME);
        there.api().post("/policies", Map.of("name", name, "condition", "organization.code == \"" + organization + "\"",
                "onLeaving", "DISABLE", "enabled", true, "grants", List.of(Map.of("applicationId", application),
                        Map.of("applicationId", application, "permissionId", there.permission(NAME, group)))));
    }

    /** Makes the departments again which Syncline knows, those above first. */
    void restore(DemoClient api, String application) {
        Map<String, List<JsonNode>> below = new HashMap<>();
        api.get("/applications/" + application + "/structure/objects?objectType=ORGANIZATION&limit=200").path("items").valueStream()
                .filter(department -> department.path("remoteId").isString())
                .forEach(department -> below.computeIfAbsent(department.path("parent").asString(TOP), _ -> new ArrayList<>()).add(department));
        restore(below, TOP, FeishuSeed.ROOT);
    }

    private void restore(Map<String, List<JsonNode>> below, String code, String openId) {
        for (JsonNode department : Optional.ofNullable(below.get(code)).orElse(List.of())) {
            String made = platform.seed().department(department.path("remoteId").asString(), department.path("name").asString(), openId);
            restore(below, department.path("code").asString(), made);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
