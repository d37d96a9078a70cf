package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.slapd.SlapdServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Organizations as synchronized objects: units of a directory, with the accounts of their users in them. */
class StructureStoryTest extends Story {

    private static SlapdServer slapd;

    private final List<App> switchedOn = new ArrayList<>();

    private record Organization(String id, String name) {}

    @BeforeAll
    static void start() {
        slapd = SlapdServer.start("a secret of slapd");
    }

    @AfterAll
    static void stop() {
        slapd.close();
    }

    /** All of them write into the same directory: one story's would adopt what another's is to refuse. */
    @AfterEach
    void tellThemNothingMore() {
        switchedOn.forEach(app -> switchTo(app, false));
    }

    @Test
    void anOrganizationBecomesAUnitAndTheOneBelowItStandsInIt() {
        App directory = directory("ADOPT");
        Organization sales = organization("Sales", null);
        Organization field = organization("Field", sales.id());

        JsonNode created = awaitStatus(taskOf(directory, sales), "SUCCEEDED");
        awaitStatus(taskOf(directory, field), "SUCCEEDED");

        assertThat(created.path("objectType").asString()).isEqualTo("ORGANIZATION");
        assertThat(created.path("action").asString()).isEqualTo("CREATE");
        assertThat(created.path("source").asString()).as("an administrator acted on it").isEqualTo("MANUAL");
        assertThat(created.path("cause").path("type").asString()).isEqualTo("ORGANIZATION_CHANGE");
        assertThat(created.path("cause").path("id").asString()).isEqualTo(sales.id());
        assertThat(entry(unit(sales))).hasValueSatisfying(entry -> assertThat(entry.getAttributeValue("description")).isEqualTo(sales.name()));
        assertThat(entry("ou=" + field.name() + "," + unit(sales))).isPresent();
        JsonNode object = object(directory, field);
        assertThat(object.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(object.path("parent").asString()).isEqualTo(sales.name());
        assertThat(object.path("remoteId").asString()).isEqualTo("ou=" + field.name() + "," + unit(sales));
    }

    @Test
    void anAccountWaitsForItsOrganizationAndGoesOnOnceThatIsConfirmed() throws LDAPException {
        App directory = directory("REFUSE");
        String name = TestServer.unique("Legal");
        addUnit(name);
        Organization legal = organization(name, name, null);
        String failed = taskOf(directory, legal);
        awaitStatus(failed, "FAILED");
        Made made = accountIn(directory, legal);

        JsonNode waiting = task(made.task());
        assertThat(waiting.path("status").asString()).isEqualTo("QUEUED");
        assertThat(waiting.path("waitReason").asString()).isEqualTo("waiting for the organization " + name + " in " + directory.name());
        assertThat(waiting.path("waitingFor").asString()).isEqualTo(failed);
        assertThat(waiting.path("blockedBy").path("id").asString()).isEqualTo(failed);
        assertThat(texts(task(failed).path("related"), "relation")).contains("WAITS_FOR_THIS");
        assertThat(texts(waiting.path("related"), "relation")).contains("WAITED_FOR");
        aWhile();
        assertThat(status(made.task())).as("while it fails it goes on waiting").isEqualTo("QUEUED");
        assertThat(ok(api.get("/api/v1/tasks/" + failed + "/confirm")).toString()).contains("what waits for it goes on");

        ok(confirm(failed, "The unit is there"));

        JsonNode done = awaitStatus(made.task(), "SUCCEEDED");
        assertThat(done.path("remoteId").asString()).as("found by its name").isEqualTo("uid=" + accountName(made) + "," + unit(legal));
        assertThat(events(made.task())).containsSubsequence("OPENED", "WAITING", "RELEASED", "STARTED", "SUCCEEDED");
    }

    @Test
    void aRenamedOrganizationTakesItsAccountsAlongAndTheyCanStillBeChanged() {
        App directory = directory("ADOPT");
        Organization support = organization("Support", null);
        awaitStatus(taskOf(directory, support), "SUCCEEDED");
        Made made = accountIn(directory, support);
        awaitStatus(made.task(), "SUCCEEDED");
        String renamed = TestServer.unique("Care");

        rename(support, renamed);
        awaitStatus(taskOf(directory, support), "SUCCEEDED");

        assertThat(entry(unit(support))).isEmpty();
        String dn = "uid=" + accountName(made) + ",ou=" + renamed + "," + SlapdServer.PEOPLE;
        assertThat(entry(dn)).isPresent();
        awaitStatus(edit(made.account(), "title", "Engineer").task(), "SUCCEEDED");
        assertThat(entry(dn).orElseThrow().getAttributeValue("title")).isEqualTo("Engineer");
    }

    @Test
    void aMovedUserMovesInTheDirectory() {
        App directory = directory("ADOPT");
        Organization one = organization("One", null);
        Organization other = organization("Other", null);
        Made made = accountIn(directory, one);
        awaitStatus(made.task(), "SUCCEEDED");

        moveTo(other, userOf(made));

        await(() -> assertThat(entry("uid=" + accountName(made) + "," + unit(other))).isPresent());
        assertThat(entry("uid=" + accountName(made) + "," + unit(one))).isEmpty();
    }

    @Test
    void anEmptyOrganizationIsDeletedAndOneThatIsNotIsRefusedWithASentence() throws LDAPException {
        App directory = directory("ADOPT");
        Organization empty = organization("Empty", null);
        Organization full = organization("Full", null);
        awaitStatus(taskOf(directory, empty), "SUCCEEDED");
        awaitStatus(taskOf(directory, full), "SUCCEEDED");
        try (LDAPConnection connection = slapd.connect()) {
            connection.add("ou=printers," + unit(full), new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "printers"));
        }
        String emptyObject = object(directory, empty).path("id").asString();
        String fullObject = object(directory, full).path("id").asString();

        delete(empty);
        delete(full);

        awaitStatus(latest(directory, emptyObject), "SUCCEEDED");
        assertThat(entry(unit(empty))).isEmpty();
        assertThat(find(directory, empty)).as("gone from the application").isEmpty();
        JsonNode refused = awaitStatus(latest(directory, fullObject), "FAILED");
        assertThat(refused.path("failureKind").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("failureMessage").asString()).contains("still has entries below it; move or delete them first");
    }

    @Test
    void switchingOnAsksForTheTreeAndWhatIsBelowWaitsForWhatIsAbove() {
        Organization top = organization("Top", null);
        Organization middle = organization("Middle", top.id());
        Organization bottom = organization("Bottom", middle.id());
        App app = application();
        app.target().hang();

        int opened = ok(switchTo(app, true)).path("opened").asInt();

        assertThat(opened).isGreaterThanOrEqualTo(3);
        assertThat(task(taskOf(app, bottom)).path("waitingFor").asString()).isEqualTo(taskOf(app, middle));
        assertThat(task(taskOf(app, middle)).path("waitingFor").asString()).isEqualTo(taskOf(app, top));
        app.target().goOn();
        awaitStatus(taskOf(app, bottom), "SUCCEEDED");
        Change told = app.target().told().stream().filter(change -> change.name().equals(bottom.name())).findFirst().orElseThrow();
        assertThat(told.objectType()).isEqualTo(ObjectType.ORGANIZATION);
        assertThat(told.place().orElseThrow().organization()).as("the target's id of the one above").contains("remote-" + middle.name());
    }

    @Test
    void aParentIsDeletedWhenAllThatWereBelowItAreGone() {
        Organization above = organization("Above", null);
        Organization first = organization("First", above.id());
        Organization second = organization("Second", above.id());
        Organization mover = organization("Mover", above.id());
        App app = application();
        ok(switchTo(app, true));
        List.of(above, first, second, mover).forEach(one -> awaitStatus(taskOf(app, one), "SUCCEEDED"));
        List<String> objects = Stream.of(first, second, mover, above).map(one -> object(app, one).path("id").asString()).toList();
        awaitCalm(app);
        app.target().hang();
        for (int call = 0; call < 3; call++) {
            app.target().answers(change -> change.name().equals(second.name())
                    ? ScriptedTarget.refused("Not now.") : Outcome.Done.of("remote-" + change.name()));
        }

        moveToTheTop(mover);
        delete(first);
        delete(second);
        delete(above);

        JsonNode waiting = task(latest(app, objects.get(3)));
        assertThat(waiting.path("status").asString()).isEqualTo("QUEUED");
        assertThat(waiting.path("waitReason").asString()).startsWith("waiting for the organization ").endsWith(" in " + app.name() + " and 2 more");
        assertThat(waiting.path("related").valueStream().filter(one -> one.path("relation").asString().equals("WAITED_FOR"))).hasSize(3);
        app.target().goOn();
        awaitStatus(latest(app, objects.get(0)), "SUCCEEDED");
        awaitStatus(latest(app, objects.get(2)), "SUCCEEDED");
        JsonNode failed = awaitStatus(latest(app, objects.get(1)), "FAILED");
        await(() -> assertThat(task(latest(app, objects.get(3))).path("waitReason").asString())
                .isEqualTo("waiting for the organization " + second.name() + " in " + app.name()));
        ok(confirm(failed.path("id").asString(), "It is gone"));

        awaitStatus(latest(app, objects.get(3)), "SUCCEEDED");
        List<String> deleted = app.target().told().stream().filter(change -> change.action() == Action.DELETE).map(Change::name).toList();
        assertThat(deleted).endsWith(above.name()).contains(first.name(), second.name());
    }

    @Test
    void anOrganizationIsDeletedWhenTheAccountsOfThoseMovedOutAreWhereTheyBelong() {
        Organization old = organization("Closed", null);
        Organization other = organization("Goes on", null);
        App app = application(Map.of("changeTracking", true, "mappings", List.of(mapping("ACCOUNT", "@parent", "organization.code"))));
        ok(switchTo(app, true));
        List.of(old, other).forEach(one -> awaitStatus(taskOf(app, one), "SUCCEEDED"));
        Made ada = accountIn(app, old);
        Made ming = accountIn(app, old);
        List.of(ada, ming).forEach(made -> awaitStatus(made.task(), "SUCCEEDED"));
        String object = object(app, old).path("id").asString();
        awaitCalm(app);
        app.target().hang();
        app.target().answers(change -> change.name().equals(accountName(ming))
                ? ScriptedTarget.refused("Not now.") : Outcome.Done.of("remote-" + change.name()));
        app.target().answers(change -> change.name().equals(accountName(ming))
                ? ScriptedTarget.refused("Not now.") : Outcome.Done.of("remote-" + change.name()));

        moveTo(other, userOf(ada));
        moveTo(other, userOf(ming));
        delete(old);

        JsonNode waiting = task(latest(app, object));
        assertThat(waiting.path("status").asString()).isEqualTo("QUEUED");
        assertThat(waiting.path("waitReason").asString()).startsWith("waiting for the account ").endsWith(" in " + app.name() + " and 1 more");
        aWhile();
        assertThat(app.target().told()).as("not before they are out").noneMatch(change -> change.action() == Action.DELETE);
        app.target().goOn();
        awaitStatus(latest(app, ada.account()), "SUCCEEDED");
        String failed = latest(app, ming.account());
        awaitStatus(failed, "FAILED");
        await(() -> assertThat(task(latest(app, object)).path("waitReason").asString())
                .isEqualTo("waiting for the account " + accountName(ming) + " in " + app.name()));
        ok(retry(failed));

        awaitStatus(latest(app, object), "SUCCEEDED");
        assertThat(app.target().told().getLast()).returns(Action.DELETE, Change::action).returns(old.name(), Change::name);
    }

    @Test
    void inARealDirectoryNoDeletionIsRefusedForThoseWhoHaveJustLeft() {
        App directory = directory("ADOPT");
        Organization old = organization("Dissolved", null);
        Organization other = organization("Successor", null);
        List.of(old, other).forEach(one -> awaitStatus(taskOf(directory, one), "SUCCEEDED"));
        List<Made> people = Stream.generate(() -> accountIn(directory, old)).limit(5).toList();
        people.forEach(made -> awaitStatus(made.task(), "SUCCEEDED"));
        String object = object(directory, old).path("id").asString();

        people.forEach(made -> moveTo(other, userOf(made)));
        delete(old);

        awaitStatus(latest(directory, object), "SUCCEEDED");
        assertThat(entry(unit(old))).isEmpty();
        people.forEach(made -> assertThat(entry(accountDn(made, other))).isPresent());
    }

    @Test
    void aGroupHasTheAccountsOfItsMembersAndFollowsThem() {
        App directory = directory("ADOPT");
        ok(api.put("/api/v1/applications/" + directory.id() + "/structure", Map.of("organizations", true, "groups", true)));
        Organization home = organization("Home", null);
        Made ada = accountIn(directory, home);
        awaitStatus(ada.task(), "SUCCEEDED");
        String name = TestServer.unique("Editors");
        String dn = "cn=" + name + "," + SlapdServer.SUFFIX;

        String group = ok(api.post("/api/v1/groups", Map.of("name", name))).path("id").asString();
        ok(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(userOf(ada)))));
        await(() -> assertThat(members(dn)).containsExactly(accountDn(ada, home)));
        JsonNode object = groupObject(directory, group);
        JsonNode created = task(tasksOf(directory, object.path("id").asString()).getLast().path("id").asString());
        JsonNode filled = task(latest(directory, object.path("id").asString()));
        assertThat(created.path("objectType").asString()).isEqualTo("GROUP");
        assertThat(created.path("source").asString()).isEqualTo("MANUAL");
        assertThat(created.path("cause").path("id").asString()).isEqualTo(group);
        assertThat(filled.path("parameters").path("attributes").path("@members").get(0).asString()).isEqualTo(accountName(ada));

        String ming = userIn(home);
        ok(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(ming))));
        assertThat(members(dn)).as("without an account there is nobody to add").containsExactly(accountDn(ada, home));
        Made later = account(directory, ming);
        awaitStatus(later.task(), "SUCCEEDED");
        await(() -> assertThat(members(dn)).containsExactlyInAnyOrder(accountDn(ada, home), accountDn(later, home)));
        JsonNode followed = task(latest(directory, object.path("id").asString()));
        assertThat(followed.path("cause").path("id").asString()).as("because the account is there now").isEqualTo(later.task());

        ok(api.post("/api/v1/groups/" + group + "/members", Map.of("remove", List.of(userOf(ada)))));
        await(() -> assertThat(members(dn)).containsExactly(accountDn(later, home)));
        assertThat(api.ifMatch(api.get("/api/v1/groups/" + group).header("ETag")).delete("/api/v1/groups/" + group).status()).isEqualTo(204);
        await(() -> assertThat(entry(dn)).isEmpty());
    }

    private static List<String> members(String group) {
        String[] members = entry(group).map(entry -> entry.getAttributeValues("member")).orElse(null);
        // The class needs a member; the one that stands in for nobody does not count.
        return members == null ? List.of() : Stream.of(members).filter(member -> !member.equals(SlapdServer.BIND_DN)).toList();
    }

    private String accountDn(Made made, Organization organization) {
        return "uid=" + accountName(made) + "," + unit(organization);
    }

    private String userOf(Made made) {
        return accountOf(made.account()).path("userId").asString();
    }

    private JsonNode groupObject(App app, String group) {
        return ok(api.get("/api/v1/applications/" + app.id() + "/structure/objects?objectType=GROUP&limit=200")).path("items").valueStream()
                .filter(object -> object.path("objectId").asString().equals(group)).findFirst().orElseThrow();
    }

    @Test
    void whatNobodySwitchedOnAndWhatTakesNoDataWritesNothing() {
        App silent = application();
        App off = application(Map.of("dataSynchronization", false));
        ok(switchTo(off, true));

        Organization quiet = organization("Quiet", null);
        rename(quiet, TestServer.unique("Quieter"));

        assertThat(log(silent)).isEmpty();
        assertThat(log(off)).as("without data synchronization it takes effect at once").isEmpty();
        assertThat(find(silent, quiet)).isEmpty();
        assertThat(object(off, quiet).path("status").asString()).isEqualTo("ACTIVE");
        aWhile();
        assertThat(off.target().told()).isEmpty();
    }

    @Test
    void anEditThatTheApplicationNeedNotHearOfWritesNothing() {
        App app = application();
        ok(switchTo(app, true));
        Organization sales = organization("Same", null);
        awaitStatus(taskOf(app, sales), "SUCCEEDED");
        int before = tasksOf(app, object(app, sales).path("id").asString()).size();

        rename(sales, sales.name());

        assertThat(tasksOf(app, object(app, sales).path("id").asString())).hasSize(before);
    }

    @Test
    void aConnectionThatCannotTakeOrganizationsRefusesTheSwitch() {
        App rest = connected("rest", Map.of("baseUrl", "http://127.0.0.1:9", "create.url", "/accounts"), Map.of());

        Answer refused = switchTo(rest, true);

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.json().toString()).contains("cannot take organizations");
    }

    private App directory(String conflict) {
        String name = TestServer.unique("Directory");
        List<Map<String, Object>> mappings = List.of(
                mapping("ACCOUNT", "cn", "user.displayName"), mapping("ACCOUNT", "sn", "user.familyName"),
                mapping("ACCOUNT", "@parent", "organization.code"), mapping("ORGANIZATION", "description", "organization.code"));
        JsonNode made = ok(api.post("/api/v1/applications", Map.of("name", name, "connector", "ldap", "changeTracking", true,
                "settings", Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE, "conflict", conflict,
                        "emptyGroupMember", SlapdServer.BIND_DN),
                "secrets", Map.of("password", slapd.password()), "mappings", mappings, "retry", Map.of("maxAttempts", 1))));
        App app = new App(made.path("id").asString(), name, null);
        ok(switchTo(app, true));
        return app;
    }

    private static Map<String, Object> mapping(String objectType, String target, String expression) {
        return Map.of("objectType", objectType, "target", target, "expression", expression, "secret", false);
    }

    private Answer switchTo(App app, boolean organizations) {
        if (organizations) {
            switchedOn.add(app);
        }
        return api.put("/api/v1/applications/" + app.id() + "/structure", Map.of("organizations", organizations, "groups", false));
    }

    private Organization organization(String stem, String parent) {
        String name = TestServer.unique(stem);
        return organization(name, name, parent);
    }

    private Organization organization(String code, String name, String parent) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "name", name));
        body.put("parentId", parent);
        return new Organization(ok(api.post("/api/v1/organizations", body)).path("id").asString(), name);
    }

    /** Whoever is switched on hears of everybody's organizations; what is on its way would take the answers that are meant for others. */
    private void awaitCalm(App app) {
        await(() -> assertThat(ok(api.get("/api/v1/tasks?status=QUEUED&status=RUNNING&application=" + app.id())).path("items")).isEmpty());
    }

    private void rename(Organization organization, String name) {
        String path = "/api/v1/organizations/" + organization.id();
        Answer before = api.get(path);
        ok(api.ifMatch(before.header("ETag")).put(path, Map.of("code", before.json().path("code").asString(), "name", name)));
    }

    private void moveToTheTop(Organization organization) {
        rename(organization, organization.name());
    }

    private void moveTo(Organization organization, String user) {
        String path = "/api/v1/users/" + user;
        Answer before = api.get(path);
        ok(api.ifMatch(before.header("ETag")).put(path, Map.of("userName", before.json().path("userName").asString(),
                "displayName", before.json().path("displayName").asString(), "familyName", "Li", "organizationId", organization.id())));
    }

    private void delete(Organization organization) {
        String path = "/api/v1/organizations/" + organization.id();
        assertThat(api.ifMatch(api.get(path).header("ETag")).delete(path).status()).isEqualTo(204);
    }

    private Made accountIn(App app, Organization organization) {
        return account(app, userIn(organization));
    }

    private String userIn(Organization organization) {
        String userName = TestServer.unique("user");
        return ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", "Ming Li", "familyName", "Li",
                "organizationId", organization.id()))).path("id").asString();
    }

    private Made account(App app, String user) {
        JsonNode made = ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "userId", user)));
        return new Made(made.path("account").path("id").asString(), made.path("taskId").asString());
    }

    private String accountName(Made made) {
        return accountOf(made.account()).path("name").asString();
    }

    private Optional<JsonNode> find(App app, Organization organization) {
        return ok(api.get("/api/v1/applications/" + app.id() + "/structure/objects?objectType=ORGANIZATION&limit=200&q=" + organization.name()))
                .path("items").valueStream().filter(object -> object.path("objectId").asString().equals(organization.id())).findFirst();
    }

    private JsonNode object(App app, Organization organization) {
        return find(app, organization).orElseThrow();
    }

    /** The organization's latest task in the application. */
    private String taskOf(App app, Organization organization) {
        String object = ok(api.get("/api/v1/applications/" + app.id() + "/structure/objects?objectType=ORGANIZATION&limit=200")).path("items")
                .valueStream().filter(one -> one.path("objectId").asString().equals(organization.id())).findFirst().orElseThrow()
                .path("id").asString();
        return latest(app, object);
    }

    private String latest(App app, String object) {
        return tasksOf(app, object).getFirst().path("id").asString();
    }

    private List<JsonNode> tasksOf(App app, String object) {
        return ok(api.get("/api/v1/tasks?application=" + app.id() + "&account=" + object)).path("items").valueStream().toList();
    }

    private static String unit(Organization organization) {
        return "ou=" + organization.name() + "," + SlapdServer.PEOPLE;
    }

    private static void addUnit(String name) throws LDAPException {
        try (LDAPConnection connection = slapd.connect()) {
            connection.add("ou=" + name + "," + SlapdServer.PEOPLE, new Attribute("objectClass", "organizationalUnit"),
                    new Attribute("ou", name), new Attribute("description", "made by somebody else"));
        }
    }

    private static Optional<Entry> entry(String dn) {
        try (LDAPConnection connection = slapd.connect()) {
            return Optional.ofNullable(connection.getEntry(dn));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
