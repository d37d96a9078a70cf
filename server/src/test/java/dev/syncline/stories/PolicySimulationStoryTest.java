package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The words on simulation: which users gain, lose, keep what, in counts and by name, without writing anything. */
class PolicySimulationStoryTest extends PolicyStory {

    private static final List<String> WRITTEN = List.of("task", "entitlement", "account", "binding", "policy", "policy_version", "policy_run",
            "policy_problem", "entry");

    @Test
    void aSimulationForetellsExactlyWhatTheRunThenDoes() {
        App kept = application();
        App given = application();
        App taken = application();
        String oldGroup = permission(kept, "old");
        String newGroup = permission(kept, "new");
        String name = TestServer.unique("Reworked");
        String policy = policy(draft(name, inTeam(""), "DELETE", account(kept), grant(kept, oldGroup), account(taken)));
        policy(inTeam(works("loyal")), "DELETE", account(taken));
        Set<String> people = new TreeSet<>();
        for (String job : List.of("clerk", "buyer", "loyal", "clerk")) {
            people.add(settledPerson(job));
        }
        people.add(person("temp"));
        people.forEach(this::awaitSettled);

        Map<String, Object> next = draft(name, inTeam("!(" + works("temp") + ")"), "DELETE", account(kept), grant(kept, newGroup), account(given));
        JsonNode result = ok(simulate(policy, next));
        Set<String> foretold = new TreeSet<>();
        for (String kind : List.of("GAINED", "LOST", "KEPT")) {
            lines(policy, next, kind).forEach(line -> foretold.add(word(line)));
        }

        Set<String> before = held(people, kept, given, taken);
        ok(save(policy, next));
        JsonNode run = awaitRun(policy);
        people.forEach(this::awaitSettled);
        Set<String> after = held(people, kept, given, taken);

        Set<String> happened = new TreeSet<>();
        after.stream().filter(one -> !before.contains(one)).forEach(one -> happened.add("GAINED " + one));
        before.stream().filter(one -> !after.contains(one)).forEach(one -> happened.add("LOST " + one));
        after.stream().filter(before::contains).forEach(one -> happened.add("KEPT " + one));
        assertThat(foretold).isEqualTo(happened);
        assertThat(run.path("gained").asInt()).isEqualTo(sum(result, "lines", "GAINED"));
        assertThat(run.path("lost").asInt()).isEqualTo(sum(result, "lines", "LOST"));
        int changes = List.of("CREATE", "ENABLE", "UPDATE", "DISABLE", "DELETE").stream().mapToInt(kind -> sum(result, "changes", kind)).sum();
        assertThat(run.path("tasks").asInt()).isEqualTo(changes);
    }

    @Test
    void itCountsUsersAndApplicationsAndNamesTheFirst() {
        App app = application();
        String group = permission(app, "counted");
        List<String> people = List.of(person("clerk"), person("clerk"), person("buyer"));
        JsonNode result = ok(simulate(null, draft(TestServer.unique("New"), inTeam(works("clerk")), "DELETE", account(app), grant(app, group))));
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("inScope").asInt()).isEqualTo(2);
        assertThat(result.path("users").path("GAINED").asInt()).isEqualTo(2);
        assertThat(result.path("users").path("LOST").asInt()).isZero();
        JsonNode counts = result.path("applications").path(0);
        assertThat(counts.path("applicationName").asString()).isEqualTo(app.name());
        assertThat(counts.path("lines").path("GAINED").asInt()).isEqualTo(4);
        assertThat(counts.path("changes").path("CREATE").asInt()).isEqualTo(2);
        assertThat(texts(result.path("sample").path("GAINED"), "userId")).containsOnly(people.get(0), people.get(1)).hasSize(4);
        assertThat(result.path("sample").path("GAINED").path(0).path("policyName").asString()).endsWith(", version 1");
    }

    @Test
    void itWritesNothing() {
        App app = application();
        String policy = policy(inTeam(""), "DELETE", account(app));
        String user = settledPerson("clerk");
        Map<String, Long> before = counts();
        Map<String, Object> draft = draft(TestServer.unique("Dry"), inTeam("false"), "DELETE", account(app));
        assertThat(ok(simulate(policy, draft)).path("users").path("LOST").asInt()).isEqualTo(1);
        lines(policy, draft, "LOST");
        ok(api.post("/api/v1/policies/matching", Map.of("condition", inTeam(""))));
        assertThat(counts()).isEqualTo(before);
        assertThat(policyOf(policy).path("number").asInt()).isEqualTo(1);
        assertThat(actionsByPolicy(user)).containsExactly("CREATE " + app.name());
    }

    @Test
    void whatDisablingWouldDoCanBeSeenToo() {
        App app = application();
        App left = application();
        String policy = policy(inTeam(""), "DELETE", account(app));
        String milder = policy(inTeam(""), "NOTHING", account(left));
        settledPerson("clerk");
        Map<String, Object> off = draft(TestServer.unique("Off"), inTeam(""), "DELETE", account(app));
        off.put("enabled", false);
        assertThat(texts(ok(simulate(policy, off)).path("sample").path("LOST"), "applicationName")).containsExactly(app.name());
        Map<String, Object> mildOff = draft(TestServer.unique("Off"), inTeam(""), "NOTHING", account(left));
        mildOff.put("enabled", false);
        assertThat(texts(ok(simulate(milder, mildOff)).path("sample").path("LEFT"), "applicationName")).containsExactly(left.name());
    }

    @Test
    void theListIsPagedUserByUser() {
        App app = application();
        String group = permission(app, "paged");
        for (int i = 0; i < 5; i++) {
            person("clerk");
        }
        Map<String, Object> draft = draft(TestServer.unique("Paged"), inTeam(""), "DELETE", account(app), grant(app, group));
        Map<String, Object> body = body(null, draft);
        JsonNode first = ok(api.post("/api/v1/policies/simulation/lines?kind=GAINED&limit=3", body));
        assertThat(first.path("items").size()).as("whole users").isEqualTo(4);
        assertThat(lines(null, draft, "GAINED")).hasSize(10);
    }

    // ── whom a condition is about ──

    @Test
    void theEditorSeesCountAndListOfTheUsersAConditionMatches() {
        String first = person("clerk");
        String second = person("clerk");
        person("buyer");
        String disabled = person("clerk");
        ok(api.post("/api/v1/users/" + disabled + "/disable", null));
        Map<String, Object> body = Map.of("condition", inTeam(works("clerk")));
        JsonNode count = ok(api.post("/api/v1/policies/matching", body));
        assertThat(count.path("count").asInt()).isEqualTo(2);
        assertThat(count.path("estimated").asBoolean()).isFalse();
        assertThat(texts(count.path("sample"), "id")).containsExactlyInAnyOrder(first, second);
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(api.post("/api/v1/policies/matching/users?limit=1" + cursor, body));
            listed.addAll(texts(page.path("items"), "id"));
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(listed).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aMistakeInTheConditionIsShownWithItsPlace() {
        Answer refused = api.post("/api/v1/policies/matching", Map.of("condition", "user.userName ==\n  organisation.code"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString()).isEqualTo("condition");
        assertThat(refused.json().path("detail").asString()).contains("line 2, column 3").contains("organisation");
    }

    private Answer simulate(String policy, Map<String, Object> draft) {
        return api.post("/api/v1/policies/simulation", body(policy, draft));
    }

    private static Map<String, Object> body(String policy, Map<String, Object> draft) {
        Map<String, Object> body = new TreeMap<>(Map.of("draft", draft));
        body.put("policyId", policy);
        return body;
    }

    private List<JsonNode> lines(String policy, Map<String, Object> draft, String kind) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(api.post("/api/v1/policies/simulation/lines?limit=3&kind=" + kind + cursor, body(policy, draft)));
            all.addAll(page.path("items").valueStream().toList());
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static String word(JsonNode line) {
        return line.path("kind").asString() + " " + thing(line.path("userId").asString(), line.path("applicationId").asString(),
                line.path("permissionId").isNull() ? "" : line.path("permissionId").asString());
    }

    private static String thing(String user, String application, String permission) {
        return user + " " + application + " " + permission;
    }

    /** What the users have, account by account and permission by permission. */
    private Set<String> held(Set<String> people, App... apps) {
        return people.stream().flatMap(user -> Arrays.stream(apps).flatMap(app -> {
            List<String> things = new ArrayList<>();
            if (!accountIn(app, user).isMissingNode()) {
                things.add(thing(user, app.id(), ""));
                permissionsIn(app, user).forEach(permission -> things.add(thing(user, app.id(), permission)));
            }
            return things.stream();
        })).collect(Collectors.toCollection(TreeSet::new));
    }

    private static int sum(JsonNode result, String which, String kind) {
        return result.path("applications").valueStream().mapToInt(counts -> counts.path(which).path(kind).asInt(0)).sum();
    }

    private Map<String, Long> counts() {
        JdbcClient jdbc = server.database().jdbc();
        return WRITTEN.stream().collect(Collectors.toMap(table -> table,
                table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
    }
}
