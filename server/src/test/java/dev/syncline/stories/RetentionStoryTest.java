package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.integrity.VerifyLog;
import dev.syncline.task.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Legal holds keep what they name; one person's data is erased on demand, and the chain stays valid. */
class RetentionStoryTest {

    private static final String RETENTION = "/api/v1/retention";

    private static final String LEFT_ELSEWHERE = """
            insert into batch (id, kind, name, status, initiator_kind, initiator_name, created_at)
            values (:one, 'USERS', 'people.csv', 'READY', 'SYSTEM', 'x', now());
            insert into batch_row (batch_id, number, subject, user_id, content, status, message)
            values (:one, 1, :name, :person, jsonb_build_object('displayName', :name::text), 'APPLIED', :name);
            insert into access_request (id, kind, requester_id, requester_name, beneficiary_id, beneficiary_name, application_id, subject_name,
                reason, status, submitted_at, decided_at, decided_by)
            values (:one, 'GRANT', :person, :name, :person, :name, :one, 'Wiki', :name, 'WITHDRAWN', now(), now(), :name),
                (:others, 'GRANT', :others, 'B', :others, 'B', :one, 'Wiki', 'b', 'APPROVED', now(), now(), :name);
            insert into access_request_step (request_id, position, approvers, named, quorum, fallback, status, opened_at)
            values (:others, 1, 'NAMED', '{}', 'ANY', '{}', 'APPROVED', now());
            insert into access_request_approver (request_id, position, user_id, user_name, role, asked_at)
            values (:others, 1, :person, :name, 'FIRST', now());
            insert into access_request_event (id, request_id, at, kind, actor_kind, actor_id, actor_name, people)
            values (:others, :others, now(), 'ASKED', 'USER', :person, :name, array[:name::text]);
            insert into access_release (id, user_id, user_name, released_at) values (:one, :person, :name, now());
            insert into access_release_item (release_id, account_id, account_name, application_id, application_name)
            values (:one, :account, :name, :one, 'Payroll');
            insert into expiry (id, expired_at) values (:one, now());
            insert into expiry_item (expiry_id, account_id, account_name, application_id, application_name, user_name, ended_at, outcome, request_ids)
            values (:one, :account, :name, :one, 'Payroll', :name, now(), 'DELETED', '{}');
            insert into governance_finding (id, check_id, family, check_name, kind, key, account_id, object_name, accounts, details, status,
                first_run_id, last_run_id, found_at, seen_at)
            values (:one, :one, 'ACCOUNT_POLICY', 'c', 'DUPLICATE', :account::text, :account, :name, 1,
                jsonb_build_object('facts', jsonb_build_object('kept', jsonb_build_array(:name::text))), 'RESOLVED', :one, :one, now(), now());
            insert into reconciliation_link (id, run_id, application_id, object_type, object_id, name, remote_id, act, actor_kind, actor_name,
                linked_at)
            values (:one, :one, :one, 'ACCOUNT', :account, :name, :name, 'LINK', 'SYSTEM', 'x', now());
            insert into proposal (id, kind, subject_id, subject, content, reason, status, proposer_kind, proposer_id, proposer_name,
                proposer_administrator, proposed_at, expires_at, decided_at)
            values (:one, 'CONFIRM_DELETION', :task, :name, '{}', :name, 'EXPIRED', 'ADMINISTRATOR', :one, 'x', :one, now(), now(), now());
            insert into failure_group (id, application_id, application_name, failure_kind, pattern, sample_message, sample_task_id, failures,
                first_seen_at, last_seen_at, state, state_at, version)
            values (:one, :one, 'Payroll', 'REFUSED', 'no <name>', :name, :task, 1, now(), now(), 'OPEN', now(), 1)
            """;

    private static TestServer server;
    private static ApiClient api;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        jdbc = server.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onePersonsDataIsErasedAndTheChainStaysValid() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Wilhelmina Example");
        UUID sealed = task(person, name);
        server.clock().advance(Duration.ofMinutes(2));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.queryForObject("select count(*) from sealed_record where id = ?", Long.class, sealed) == 1);
        UUID notSealed = task(person, name);

        JsonNode plan = ok(api.get(RETENTION + "/erasures/plan?userId=" + person));
        assertThat(plan.path("name").asString()).isEqualTo(name);
        assertThat(plan.path("tasks").asInt()).isEqualTo(2);
        assertThat(plan.path("payloads").asInt()).isEqualTo(2);
        Answer unconfirmed = erase(person, "somebody else");
        assertThat(unconfirmed.status()).isEqualTo(400);
        assertThat(unconfirmed.field("detail")).contains(name);

        Answer ordered = erase(person, name);
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        JsonNode done = awaitDone(ordered.json().path("id").asString());
        assertThat(done.path("tasksDone").asInt()).isEqualTo(2);
        assertThat(ordered.text() + done).doesNotContain(name);

        assertThat(tablesWith(name)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from wire_message where task_id in (?, ?) and length(body) > 0", Long.class, sealed, notSealed)).isZero();
        assertThat(ok(api.get("/api/v1/tasks/" + sealed)).path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(verified()).contains("1 erased", "Everything is as it was sealed");
    }

    @Test
    void noTableNamesThePersonAnyMore() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Everywhere Example");
        UUID task = task(person, name);
        UUID account = jdbc.queryForObject("select line_id from task where id = ?", UUID.class, task);
        jdbc.update("update task set initiator_id = ?, initiator_name = ?, cause_type = 'REQUEST', cause_id = ?, cause_name = ? where id = ?",
                person, name, UUID.randomUUID(), "Request 1 by " + name, task);
        jdbc.update("update entry set actor = ? where task_id = ?", name, task);
        leftElsewhere(person, name, account, task);
        assertThat(api.post("/api/v1/tasks/" + task + "/retry", Map.of()).status()).as("the audit tells of the task").isEqualTo(409);
        assertThat(tablesWith(name)).contains("batch_row", "access_request", "access_request_event", "access_request_approver", "access_release",
                "access_release_item", "expiry_item", "governance_finding", "reconciliation_link", "proposal", "failure_group", "audit_entry",
                "entry");

        awaitDone(erase(person, name).json().path("id").asString());
        assertThat(tablesWith(name)).isEmpty();
        assertThat(ok(api.get("/api/v1/tasks?user=" + person)).path("items").path(0).path("cause").path("name").asString()).isEqualTo("erased");
        assertThat(verified()).contains("Everything is as it was sealed");
    }

    /** What imports, requests, ends, checks and comparisons keep of a person; past the doors, for each has its own story. */
    private static void leftElsewhere(UUID person, String name, UUID account, UUID task) {
        UUID one = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        Map<String, Object> values = Map.of("one", one, "others", others, "person", person, "name", name, "account", account, "task", task);
        Stream.of(LEFT_ELSEWHERE.split(";\\s*")).forEach(statement -> named.update(statement, values));
    }

    /** Tables any row of which holds the text. */
    private static List<String> tablesWith(String text) {
        return jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class).stream()
                .filter(table -> jdbc.queryForObject("select exists (select from " + table + " t where t::text ilike ?)", Boolean.class,
                        "%" + text + "%"))
                .toList();
    }

    @Test
    void aLegalHoldRefusesItUntilItIsLifted() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Held Person");
        UUID task = task(person, name);
        JsonNode hold = ok(api.post(RETENTION + "/holds", Map.of("subjectType", "TASK", "subjectId", task, "reason", "Case 4711")));
        Answer refused = erase(person, name);
        assertThat(refused.field("code")).isEqualTo("NOT_ALLOWED_IN_STATE");
        assertThat(refused.field("detail")).contains("Case 4711");
        assertThat(ok(api.get(RETENTION + "/erasures/plan?userId=" + person)).path("holds")).hasSize(1);
        assertThat(api.post(RETENTION + "/holds", Map.of("subjectType", "TASK", "subjectId", task, "reason", "Again")).field("code")).isEqualTo("ALREADY_EXISTS");

        String lift = RETENTION + "/holds/" + hold.path("id").asString() + "/lift";
        assertThat(api.post(lift, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(ok(api.post(lift, Map.of("reason", "Case closed"))).path("liftReason").asString()).isEqualTo("Case closed");
        assertThat(api.post(lift, Map.of("reason", "Twice")).field("code")).isEqualTo("NOT_ALLOWED_IN_STATE");
        awaitDone(erase(person, name).json().path("id").asString());
    }

    @Test
    void aHoldSaysWhatItNamesAndNamesOnlyWhatThereIs() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Named Person");
        task(person, name);
        JsonNode hold = ok(api.post(RETENTION + "/holds", Map.of("subjectType", "USER", "subjectId", person, "reason", "Case 4712")));
        assertThat(hold.path("subjectName").asString()).isEqualTo(name);
        Answer nobody = api.post(RETENTION + "/holds", Map.of("subjectType", "USER", "subjectId", UUID.randomUUID(), "reason", "Case 4713"));
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.field("detail")).startsWith("There is no user with the id");
    }

    @Test
    void whoIsGoneIsFoundByNameAndByIdAndNotOnceErased() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Found 100% Person_");
        task(person, name);
        String there = TestServer.unique("is.there");
        ok(api.post("/api/v1/users", Map.of("userName", there, "displayName", "Is There")));
        assertThat(found(name.toUpperCase(Locale.ROOT))).hasSize(1).first().satisfies(one -> {
            assertThat(one.path("id").asString()).isEqualTo(person.toString());
            assertThat(one.path("name").asString()).isEqualTo(name);
            assertThat(one.path("stillThere").asBoolean()).isFalse();
        });
        assertThat(found(person.toString()).path(0).path("name").asString()).isEqualTo(name);
        assertThat(found(there).path(0).path("stillThere").asBoolean()).isTrue();
        assertThat(found("Found 100%% Person_")).isEmpty();
        assertThat(found(UUID.randomUUID().toString())).isEmpty();
        awaitDone(erase(person, name).json().path("id").asString());
        assertThat(found(name)).isEmpty();
    }

    @Test
    void periodsOfApplicationsAreListedByName() {
        String name = TestServer.unique("Archive");
        UUID application = TaskSeed.application(server, name);
        String path = "/api/v1/applications/" + application + "/retention-periods";
        ok(api.put(path, Map.of("payloadDays", 3000)));
        assertThat(ok(api.get(RETENTION + "/periods/applications"))).anySatisfy(own -> {
            assertThat(own.path("applicationName").asString()).isEqualTo(name);
            assertThat(own.path("payloadDays").asInt()).isEqualTo(3000);
        });
        api.delete(path);
        assertThat(ok(api.get(RETENTION + "/periods/applications")).toString()).doesNotContain(name);
    }

    @Test
    void whatIsNotSettledIsNotErased() {
        UUID person = UUID.randomUUID();
        String name = TestServer.unique("Unsettled Person");
        new TaskSeed(server).user(person, name).status(Status.FAILED).insert();
        assertThat(erase(person, name).field("detail")).contains("1 tasks of this person are not settled");
    }

    @Test
    void whoeverIsStillThereHasToBeDeletedFirst() {
        String name = TestServer.unique("still.there");
        UUID user = UUID.fromString(ok(api.post("/api/v1/users", Map.of("userName", name, "displayName", "Still There"))).path("id").asString());
        task(user, name);
        assertThat(erase(user, name).field("detail")).contains("The user is still there");
        assertThat(api.get(RETENTION + "/erasures/plan?userId=" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static JsonNode found(String text) {
        return ok(api.get(RETENTION + "/people?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))).path("items");
    }

    private static Answer erase(UUID person, String confirmation) {
        return api.post(RETENTION + "/erasures", Map.of("userId", person, "reason", "Asked for by the person", "confirmation", confirmation));
    }

    private static JsonNode awaitDone(String erasure) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ok(api.get(RETENTION + "/erasures/" + erasure)).path("phase").asString().equals("DONE"));
        return ok(api.get(RETENTION + "/erasures/" + erasure));
    }

    private static UUID task(UUID person, String name) {
        UUID id = new TaskSeed(server).user(person, name).object(name).insert();
        jdbc.update("insert into entry (id, task_id, at, event, message) values (?, ?, now(), 'SUCCEEDED', ?)", UUID.randomUUID(), id, "Done for " + name);
        jdbc.update("insert into attempt (task_id, number, started_at, ended_at, outcome, message, counted) values (?, 1, now(), now(), 'DONE', ?, true)", id, name);
        jdbc.update("insert into wire_message (task_id, attempt, seq, kind, at, target, codec, body, size) values (?, 1, 1, 'REQUEST', now(), ?, 0, ?, 5)",
                id, "/Users/" + name, name.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private static String verified() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        VerifyLog.run(new String[] {"--database-url", server.database().url(), "--home", server.home().toString()},
                new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode ok(Answer answer) {
        return Story.ok(answer);
    }
}
