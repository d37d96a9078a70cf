package dev.syncline.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.integrity.VerifyLog;
import dev.syncline.task.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payloads, tasks and audit each have a period: whole months are dropped, and what has to stay stays. The chain knows why the rest is gone. */
class ExpiryStoryTest {

    private static final String PERIODS = "/api/v1/retention/periods";

    private TestServer server;
    private ApiClient api;
    private JdbcTemplate jdbc;
    private YearMonth now;

    @BeforeEach
    void start() {
        server = TestServer.start();
        api = server.api();
        jdbc = server.bean(JdbcTemplate.class);
        now = YearMonth.from(server.clock().instant().plus(Duration.ofHours(26)).atZone(ZoneOffset.UTC));
        for (int ago = 2; ago <= 6; ago++) {
            jdbc.queryForList("select month_partitions(?)", Timestamp.from(Months.start(now.minusMonths(ago))));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wholeMonthsAreDroppedPayloadsBeforeTheirTasks() {
        UUID application = TaskSeed.application(server, "Payroll");
        UUID old = task(application, 6, Status.SUCCEEDED);
        UUID younger = task(application, 3, Status.SUCCEEDED);
        sealed(old, younger);
        assertThat(api.put(PERIODS, Map.of("taskDays", 120)).field("detail")).contains("payloadDays can be 120 at most");
        assertThat(api.put(PERIODS, Map.of("payloadDays", 30, "taskDays", 120)).status()).isEqualTo(200);

        server.bean(GivingUp.class).run();

        assertThat(tables("task")).doesNotContain(name("task", 6)).contains(name("task", 3));
        assertThat(tables("wire_message")).doesNotContain(name("wire_message", 6), name("wire_message", 3)).contains(name("wire_message", 0));
        assertThat(count("task", "id", old)).isZero();
        assertThat(count("task", "id", younger)).isOne();
        assertThat(count("entry", "task_id", younger)).isOne();
        assertThat(verified()).contains("1 expired", "Everything is as it was sealed");
        jdbc.update("delete from task where id = ?", younger);
        assertThat(verified()).as("what no period is over for").contains("Task " + younger + " is missing");
    }

    @Test
    void whatIsHeldOrNotSettledKeepsItsMonthAndTheRestOfItGoes() {
        UUID application = TaskSeed.application(server, "Payroll");
        UUID held = task(application, 6, Status.SUCCEEDED);
        UUID failed = task(application, 5, Status.FAILED);
        UUID free = task(application, 6, Status.SUCCEEDED);
        sealed(held, free);
        api.post("/api/v1/retention/holds", Map.of("subjectType", "TASK", "subjectId", held, "reason", "Case 4711"));
        api.put(PERIODS, Map.of("payloadDays", 30, "taskDays", 30));

        server.bean(GivingUp.class).run();

        assertThat(tables("task")).contains(name("task", 6), name("task", 5)).doesNotContain(name("task", 4));
        assertThat(count("task", "id", held)).isOne();
        assertThat(count("wire_message", "task_id", held)).isOne();
        assertThat(count("task", "id", failed)).isOne();
        assertThat(count("task", "id", free)).isZero();
        assertThat(count("entry", "task_id", free)).isZero();
        assertThat(verified()).contains("1 expired", "Everything is as it was sealed");
    }

    @Test
    void anApplicationMayHaveItsOwnPeriods() {
        UUID sooner = TaskSeed.application(server, "Sooner");
        UUID later = TaskSeed.application(server, "Later");
        UUID gone = task(sooner, 3, Status.SUCCEEDED);
        UUID kept = task(later, 3, Status.SUCCEEDED);
        sealed(gone, kept);
        assertThat(api.put("/api/v1/applications/" + sooner + "/retention-periods", Map.of("payloadDays", 30)).status()).isEqualTo(200);

        server.bean(GivingUp.class).run();

        assertThat(count("wire_message", "task_id", gone)).isZero();
        assertThat(count("wire_message", "task_id", kept)).isOne();
        assertThat(count("task", "id", gone)).isOne();
        assertThat(verified()).contains("Everything is as it was sealed");
        jdbc.update("delete from wire_message where task_id = ?", kept);
        assertThat(verified()).contains("Task " + kept + ": its requests and responses");
        assertThat(api.get("/api/v1/applications/" + later + "/retention-periods").json().path("payloadDays").isNull()).isTrue();
        assertThat(api.delete("/api/v1/applications/" + sooner + "/retention-periods").status()).isEqualTo(204);
    }

    @Test
    void tasksOfAnApplicationMayStayLongerThanTheOthers() {
        UUID later = TaskSeed.application(server, "Later");
        UUID gone = task(TaskSeed.application(server, "Payroll"), 4, Status.SUCCEEDED);
        UUID kept = task(later, 4, Status.SUCCEEDED);
        sealed(gone, kept);
        assertThat(api.put(PERIODS, Map.of("payloadDays", 30, "taskDays", 60)).status()).isEqualTo(200);
        assertThat(api.put("/api/v1/applications/" + later + "/retention-periods", Map.of("payloadDays", 30, "taskDays", 365)).status()).isEqualTo(200);

        server.bean(GivingUp.class).run();

        assertThat(count("task", "id", gone)).isZero();
        assertThat(count("task", "id", kept)).isOne();
        assertThat(count("entry", "task_id", kept)).isOne();
        assertThat(count("wire_message", "task_id", kept)).isZero();
        assertThat(verified()).contains("1 expired", "Everything is as it was sealed");
    }

    @Test
    void theAuditHasAPeriodOfItsOwn() {
        UUID entry = new UUID(Months.start(now.minusMonths(4)).plusSeconds(60).toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0001L);
        Timestamp at = Timestamp.from(Months.start(now.minusMonths(4)).plusSeconds(60));
        jdbc.update("insert into audit_entry (id, at, act, ended_at, outcome) values (?, ?, 'users.change', ?, 'DONE')", entry, at, at);
        sealed(entry);
        api.put(PERIODS, Map.of("auditDays", 60));
        server.bean(GivingUp.class).run();
        assertThat(tables("audit_entry")).doesNotContain(name("audit_entry", 4)).contains(name("audit_entry", 0));
        assertThat(verified()).contains("1 expired", "Everything is as it was sealed");
    }

    private UUID task(UUID application, int monthsAgo, Status status) {
        Instant opened = Months.start(now.minusMonths(monthsAgo)).plus(Duration.ofDays(3));
        UUID id = new TaskSeed(server).in(application, "Payroll").opened(opened).status(status).insert();
        jdbc.update("insert into entry (id, task_id, at, event) values (?, ?, now(), 'SUCCEEDED')", UUID.randomUUID(), id);
        jdbc.update("insert into wire_message (task_id, attempt, seq, kind, at, codec, body, size) values (?, 1, 1, 'REQUEST', now(), 0, '\\x41', 1)", id);
        return id;
    }

    private void sealed(UUID... records) {
        // What settled long ago is found by the look that begins anew once a day.
        server.clock().advance(Duration.ofHours(25));
        for (UUID record : records) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> count("sealed_record", "id", record) == 1);
        }
    }

    private long count(String table, String column, UUID id) {
        return jdbc.queryForObject("select count(*) from " + table + " where " + column + " = ?", Long.class, id);
    }

    private List<String> tables(String parent) {
        return jdbc.queryForList("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ?::regclass", String.class, parent);
    }

    private String name(String table, int monthsAgo) {
        return table + "_" + now.minusMonths(monthsAgo).format(DateTimeFormatter.ofPattern("yyyyMM"));
    }

    private String verified() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        VerifyLog.run(new String[] {"--database-url", server.database().url(), "--home", server.home().toString()},
                new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
