package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.Fault;
import dev.syncline.samples.SampleScimService;
import dev.syncline.samples.slapd.SlapdServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading real targets with thousands of accounts, and with organizations; targets and servers that stop in the middle. */
class ReconciliationOfManyStoryTest extends ReconciliationStory {

    private static final int MANY = 2_050;
    private static final String WORK_MAIL = "emails[type eq \"work\"].value";
    private static final List<Map<String, Object>> BY_MAIL = List.of(rule(WORK_MAIL, "email"));

    private static SampleScimService scim;
    private static SlapdServer slapd;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        slapd = SlapdServer.start("a secret of slapd");
        scim = SampleScimService.start("canary-scim-token", "canary-client-secret");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < MANY; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(scim.baseUrl() + "/Users"))
                        .header("Authorization", "Bearer canary-scim-token").header("Content-Type", "application/scim+json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"many%1$d","displayName":"Many %1$d",
                                 "active":true,"emails":[{"type":"work","value":"Many%1$d@Example.com"}]}""".formatted(i)))
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(201);
            }
        }
    }

    @AfterAll
    static void stop() {
        scim.close();
        slapd.close();
    }

    /** Of the many, all but the first fifty are known users. */
    @Test
    void thousandsAreReadPageByPageAndLinkedWithoutASingleTask() {
        users("Many ", 50, MANY);
        App app = service();
        JsonNode run = done(app, BY_MAIL);
        assertThat(run.path("accountsRead").asInt()).isEqualTo(MANY);
        assertThat(run.path("requests").asInt()).isBetween(MANY / 200, MANY / 50);
        assertThat(count(run, "ACCOUNT", "MATCHED")).isEqualTo(MANY - 50);
        assertThat(count(run, "ACCOUNT", "UNKNOWN")).isEqualTo(50);
        assertThat(found(run, "ACCOUNT", "UNKNOWN")).hasSize(50);
        assertThat(found(run, "ACCOUNT", "MATCHED")).extracting(one -> one.path("id").asString()).doesNotHaveDuplicates().hasSize(MANY - 50);

        Map<String, Object> wrong = new LinkedHashMap<>(order("LINK", "ACCOUNT", "MATCHED"));
        wrong.put("expected", 7);
        assertThat(api.post("/api/v1/reconciliations/" + id(run) + "/act", wrong).status()).as("not what was seen").isEqualTo(409);
        JsonNode acted = all(run, order("LINK", "ACCOUNT", "MATCHED"));
        assertThat(acted.path("acting").path("done").asInt()).as(acted.toString()).isEqualTo(MANY - 50);
        assertThat(acted.path("acting").path("refused").asInt()).isZero();
        all(run, order("KEEP", "ACCOUNT", "UNKNOWN"));
        assertThat(log(app)).isEmpty();

        JsonNode again = done(app, BY_MAIL);
        assertThat(count(again, "ACCOUNT", "LINKED") + count(again, "ACCOUNT", "DIFFERENT")).isEqualTo(MANY);
        assertThat(count(again, "ACCOUNT", "MISSING")).isZero();
    }

    @Test
    void aTargetThatFailsInTheMiddleLeavesNothingToActOnButTheEvidence() {
        App app = service();
        scim.faults().next(4, new Fault.Delay(Duration.ZERO));
        scim.faults().next(10, new Fault.Status(503));
        try {
            JsonNode run = read(app, BY_MAIL);
            assertThat(run.path("status").asString()).isEqualTo("FAILED");
            assertThat(run.path("accountsRead").asInt()).isBetween(1, MANY - 1);
            assertThat(run.path("failure").asString()).contains("could not be read").contains("503");
            JsonNode last = run.path("evidence").path(run.path("evidence").size() - 1);
            assertThat(last.path("status").asString()).isEqualTo("503");
            assertThat(last.path("target").asString()).contains("startIndex=");
            assertThat(run.toString()).doesNotContain("canary-scim-token");
            assertThat(found(run, "ACCOUNT", "UNKNOWN")).isEmpty();
            assertThat(findingsOf(run)).isZero();
            Map<String, Object> order = new LinkedHashMap<>(order("KEEP", "ACCOUNT", "UNKNOWN"));
            order.put("expected", 0);
            assertThat(api.post("/api/v1/reconciliations/" + id(run) + "/act", order).status()).isEqualTo(409);
        } finally {
            scim.faults().clear();
        }
    }

    @Test
    void aRunWhoseServerStoppedWhileItReadBeginsAgain() {
        App app = service();
        String run = started(app);
        server.database().jdbc().sql("""
                insert into reconciliation_finding (run_id, object_type, remote_id, name)
                select cast(? as uuid), 'ACCOUNT', 'half-' || i, 'half' || i from generate_series(1, 300) as i""").param(run).update();
        abandon(run);
        JsonNode ended = awaitEnd(run);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("DONE");
        assertThat(ended.path("accountsRead").asInt()).isEqualTo(MANY);
        assertThat(findingsOf(ended)).isEqualTo(MANY);
    }

    @Test
    void anActWhoseServerStoppedGoesOnWhereItWas() {
        users("Half ", 0, 1);
        App app = service();
        JsonNode run = done(app, List.of());
        String order = """
                {"act":"KEEP","objectType":"ACCOUNT","kind":"UNKNOWN","align":false,"actor":{"kind":"SYSTEM","name":"Syncline"}}""";
        server.database().jdbc().sql("""
                update reconciliation_run
                set acting = cast(? as jsonb), act_total = ?, act_done = 400, act_under_way = true,
                    act_place = (select id from reconciliation_finding where run_id = reconciliation_run.id order by id offset 399 limit 1)
                where id = cast(? as uuid)""").param(order).param(MANY).param(id(run)).update();
        abandon(id(run));
        await(() -> assertThat(run(id(run)).path("acting").path("underWay").asBoolean()).isFalse());
        assertThat(run(id(run)).path("acting").path("done").asInt()).isEqualTo(MANY);
        assertThat(ok(api.get("/api/v1/reconciliations/" + id(run))).path("counts").valueStream()
                .filter(one -> one.path("outcome").asString().equals("KEPT")).mapToInt(one -> one.path("count").asInt()).sum())
                .as("the first 400 were not looked at again").isEqualTo(MANY - 400);
    }

    @Test
    void aRunIsCancelledWhileItReads() {
        App app = service();
        scim.faults().next(1, new Fault.Delay(Duration.ZERO));
        scim.faults().next(1, new Fault.Delay(Duration.ofSeconds(2)));
        String run = start(app, Map.of("rules", BY_MAIL));
        assertThat(api.post("/api/v1/applications/" + app.id() + "/reconciliations", Map.of()).status()).as("one at a time").isEqualTo(409);
        assertThat(ok(api.post("/api/v1/reconciliations/" + run + "/cancel", null)).path("status").asString()).isEqualTo("CANCELLED");
        aWhile();
        assertThat(run(run).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(api.post("/api/v1/reconciliations/" + run + "/cancel", null).status()).isEqualTo(409);
        scim.faults().clear();
    }

    @Test
    void theUnitsOfADirectoryAreLinkedByTheirPathsAndTheAccountsComparedWithThem() throws LDAPException {
        String company = TestServer.unique("Company");
        String sales = organization(company, company, null);
        String field = organization(company + "-FIELD", "Field", sales);
        organization(company + "-LEGAL", company + " Legal", null);
        String ada = TestServer.unique("ada");
        ok(api.post("/api/v1/users", Map.of("userName", ada, "displayName", "Ada Lovelace", "familyName", "Lovelace", "organizationId", field)));
        try (LDAPConnection connection = slapd.connect()) {
            unit(connection, "ou=" + company + "," + SlapdServer.PEOPLE, company);
            unit(connection, "ou=Field,ou=" + company + "," + SlapdServer.PEOPLE, "Field");
            unit(connection, "ou=" + company + " Legal,ou=" + company + "," + SlapdServer.PEOPLE, company + " Legal");
            connection.add("uid=" + ada + ",ou=" + company + "," + SlapdServer.PEOPLE, new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("uid", ada), new Attribute("cn", "Ada Lovelace"), new Attribute("sn", "Byron"));
        }
        App app = directory();
        JsonNode run = done(app, List.of(rule("@name", "userName")));
        List<JsonNode> units = found(run, "ORGANIZATION", "MATCHED");
        assertThat(units).extracting(one -> one.path("subject").path("name").asString())
                .containsExactlyInAnyOrder(company, "Field", company + " Legal");
        JsonNode legal = units.stream().filter(one -> one.path("name").asString().endsWith("Legal")).findFirst().orElseThrow();
        assertThat(legal.path("differences").path(0).path("attribute").asString()).isEqualTo("@parent");
        assertThat(legal.path("differences").path(0).path("found").asString()).isEqualTo(company);

        all(run, order("LINK", "ORGANIZATION", "MATCHED"));
        JsonNode object = ok(api.get("/api/v1/applications/" + app.id() + "/structure/objects?objectType=ORGANIZATION&q=Field")).path("items").path(0);
        assertThat(object.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(object.path("remoteId").asString()).isEqualTo("ou=Field,ou=" + company + "," + SlapdServer.PEOPLE);
        assertThat(object.path("parent").asString()).isEqualTo(company);

        JsonNode again = done(app, List.of(rule("@name", "userName")));
        assertThat(found(again, "ORGANIZATION", "DIFFERENT")).hasSize(1);
        JsonNode account = only(again, "MATCHED");
        assertThat(account.path("differences").valueStream().map(one -> one.path("attribute").asString() + " " + one.path("expected").asString()
                + " " + one.path("found").asString())).containsExactlyInAnyOrder("sn Lovelace Byron",
                "@parent " + company + "-FIELD " + company);
        assertThat(log(app)).isEmpty();
    }

    private App service() {
        return connected("scim", Map.of("baseUrl", scim.baseUrl()), Map.of("token", "canary-scim-token"));
    }

    private App directory() {
        String name = TestServer.unique("Directory");
        JsonNode made = ok(api.post("/api/v1/applications", Map.of("name", name, "connector", "ldap",
                "settings", Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE),
                "secrets", Map.of("password", slapd.password()),
                "mappings", List.of(mapping("ACCOUNT", "cn", "user.displayName"), mapping("ACCOUNT", "sn", "user.familyName"),
                        mapping("ACCOUNT", "@parent", "organization.code")))));
        return new App(made.path("id").asString(), name, null);
    }

    private String organization(String code, String name, String parent) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "name", name));
        body.put("parentId", parent);
        return ok(api.post("/api/v1/organizations", body)).path("id").asString();
    }

    private static void unit(LDAPConnection connection, String dn, String name) throws LDAPException {
        connection.add(dn, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", name));
    }

    /** Straight into the table: they are not what is tried here. */
    private void users(String stem, int from, int to) {
        String[] names = IntStream.range(from, to).mapToObj(i -> stem.strip().toLowerCase() + i).toArray(String[]::new);
        server.database().jdbc().sql("""
                insert into users (id, user_name, display_name, email, status, created_at, updated_at)
                select gen_random_uuid(), 'known-' || name, name, name || '@example.com', 'ENABLED', now(), now()
                from unnest(:names) as name
                where not exists (select 1 from users where user_name = 'known-' || name)""").param("names", names).update();
    }

    /** A run as a server leaves it that stops while it reads. */
    private String started(App app) {
        String run = UUID.randomUUID().toString();
        server.database().jdbc().sql("""
                insert into reconciliation_run (id, application_id, rules, objects, status, phase, accounts_read, initiator_kind,
                    initiator_name, lease_holder, lease_until, created_at)
                values (cast(? as uuid), cast(? as uuid), '[]', '{}', 'RUNNING', 'READING', 300, 'SYSTEM', 'Syncline', gen_random_uuid(),
                    timestamptz '2999-01-01', now())""").param(run).param(app.id()).update();
        return run;
    }

    private void abandon(String run) {
        server.database().jdbc().sql("""
                update reconciliation_run set lease_holder = gen_random_uuid(), lease_until = timestamptz '2020-01-01'
                where id = cast(? as uuid)""").param(run).update();
    }

    private int findingsOf(JsonNode run) {
        return server.database().jdbc().sql("select count(*) from reconciliation_finding where run_id = cast(? as uuid)")
                .param(id(run)).query(Integer.class).single();
    }
}
