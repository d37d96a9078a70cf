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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Legal holds keep what they name; one person's data is erased on demand, and the chain stays valid. */
class RetentionStoryTest {

    private static final String RETENTION = "/api/v1/retention";

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

        for (String table : new String[] {"task", "entry", "attempt", "wire_message", "line", "audit_entry", "remote_name"}) {
            assertThat(jdbc.queryForObject("select count(*) from " + table + " t where lower(t::text) like lower(?)", Long.class, "%" + name + "%"))
                    .as(table).isZero();
        }
        assertThat(jdbc.queryForObject("select count(*) from wire_message where task_id in (?, ?) and length(body) > 0", Long.class, sealed, notSealed)).isZero();
        assertThat(ok(api.get("/api/v1/tasks/" + sealed)).path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(verified()).contains("1 erased", "Everything is as it was sealed");
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
