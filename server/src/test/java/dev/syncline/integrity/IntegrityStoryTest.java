package dev.syncline.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is altered, removed, reordered or cut off after it was sealed is found and named; what is erased by duty is not. */
class IntegrityStoryTest {

    private static TestServer server;
    private static JdbcTemplate jdbc;

    @TempDir
    Path folder;

    private record Result(int code, String text) {}

    @BeforeAll
    static void start() {
        server = TestServer.start();
        jdbc = server.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theServerTellsHowFarItHasSealedAndWhichKeysItHas() {
        JsonNode before = server.api().get("/api/v1/integrity").json();
        tasks(3);
        seal();
        JsonNode after = server.api().get("/api/v1/integrity").json();
        assertThat(after.path("number").asLong()).isGreaterThan(before.path("number").asLong());
        assertThat(after.path("number").asLong()).isEqualTo(server.api().get("/api/v1/integrity/checkpoint").json().path("number").asLong());
        assertThat(after.path("records").asLong()).isGreaterThanOrEqualTo(before.path("records").asLong() + 3);
        assertThat(Instant.parse(after.path("sealedUntil").asString())).isBefore(server.clock().instant());
        String keys = server.api().get("/api/v1/integrity/public-key").text();
        assertThat(after.path("fingerprint").asString()).isEqualTo(HexFormat.of().formatHex(Hashes.plain(keys))).hasSize(64);
    }

    @Test
    void whatWasNotTouchedIsAsItWasSealed() {
        tasks(30);
        server.api().post("/api/v1/groups", Map.of("name", TestServer.unique("sealed")));
        seal();
        Result result = verify();
        assertThat(result.text()).contains("Everything is as it was sealed").contains("records a second");
        assertThat(result.code()).isZero();
    }

    @Test
    void anAlteredRowIsNamedInWhateverTableItIs() {
        List<UUID> tasks = tasks(5);
        UUID task = tasks.get(2);
        server.api().post("/api/v1/groups", Map.of("name", TestServer.unique("sealed")));
        seal();
        UUID entry = jdbc.queryForObject("select id from audit_entry where act = 'groups.create' order by id desc limit 1", UUID.class);
        altered("task", "update task set object_name = 'somebody.else' where id = '" + task + "'", "Task " + task);
        altered("task", "update task set status = 'CANCELLED', settled_by = 'x', settle_reason = 'x' where id = '" + task + "'", "Task " + task);
        altered("entry", "update entry set message = 'Nothing happened' where task_id = '" + task + "'", "Task " + task);
        altered("entry", "delete from entry where task_id = '" + task + "'", "Task " + task);
        altered("attempt", "update attempt set outcome = 'REFUSED' where task_id = '" + task + "'", "Task " + task);
        altered("wire_message", "update wire_message set body = '\\x00' where task_id = '" + task + "'", "Task " + task);
        altered("wire_message", "insert into wire_message (task_id, attempt, seq, kind, at, codec, body, size) select task_id, 1, 9, 'RESPONSE', at, 0, "
                + "body, 1 from wire_message where task_id = '" + task + "' limit 1", "Task " + task);
        altered("audit_entry", "update audit_entry set actor_name = 'Somebody else' where id = '" + entry + "'", "Audit entry " + entry);
        altered("task", "update task set object_name = 'somebody.else' where id in ('" + task + "', '" + tasks.get(4) + "')", "Task " + task);
        altered("missing", "delete from task where id = '" + task + "'", "Task " + task);
        altered("missing", "delete from audit_entry where id = '" + entry + "'", "Audit entry " + entry);
        assertThat(verify().code()).as("afterwards, everything rolled back").isZero();
    }

    @Test
    void theChainItselfCannotBeAltered() {
        tasks(5);
        seal();
        tasks(5);
        seal();
        long last = jdbc.queryForObject("select max(number) from sealed_batch", Long.class);
        changed("update sealed_record set parts = set_byte(parts, 3, 255 - get_byte(parts, 3)) where batch = " + last + " and position = 0",
                "The records of batch " + last + " are not those that were sealed");
        changed("delete from sealed_record where batch = " + last + " and position = 0", "of batch " + last + " is missing or out of order");
        changed("update sealed_batch set sealed_at = sealed_at - interval '1 day' where number = " + last, "Batch " + last + " was altered");
        changed("update sealed_batch set signature = decode(repeat('00', length(signature)), 'hex') where number = " + last, "Batch " + last + " has no good signature");
        changed("delete from sealed_record where batch = " + (last - 1) + "; delete from sealed_batch where number = " + (last - 1),
                "Batch " + (last - 1) + " is missing");
    }

    @Test
    void anEndThatWasCutOffIsNoticedAgainstACheckpointKeptElsewhere() throws IOException {
        tasks(3);
        seal();
        Path kept = Files.writeString(folder.resolve("checkpoint.json"), server.api().get("/api/v1/integrity/checkpoint").text());
        assertThat(run("--checkpoint", kept.toString()).code()).isZero();
        long last = jdbc.queryForObject("select max(number) from sealed_batch", Long.class);
        whileDone("delete from sealed_record where batch = " + last + "; delete from sealed_batch where number = " + last, () -> {
            Result result = run("--checkpoint", kept.toString());
            assertThat(result.text()).contains("its end was cut off");
            assertThat(result.code()).isOne();
        });
    }

    @Test
    void aPersonIsErasedAndTheChainStaysValid() {
        UUID person = UUID.randomUUID();
        List<UUID> theirs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            theirs.add(task(person, "Erased Person"));
        }
        UUID notSealedYet = task(person, "Erased Person");
        jdbc.update("update task set settled_at = settled_at + interval '1 day' where id = ?", notSealedYet);
        seal();
        theirs.add(notSealedYet);
        new TransactionTemplate(server.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> server.bean(Erasing.class).tasks(
                new Erasing.Order(person, new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "Ada"), "Asked for by the person"), theirs));

        assertThat(verify().code()).as("before the notice is sealed").isZero();
        server.clock().advance(Duration.ofDays(1));
        seal();
        Result result = verify();
        assertThat(result.text()).contains("3 erased");
        assertThat(result.code()).isZero();
        assertThat(jdbc.queryForList("select object_name || coalesce(user_name, '') || parameters::text from task where user_id = ?", String.class, person))
                .allSatisfy(left -> assertThat(left).doesNotContain("Erased Person", "erased.person"));
        assertThat(jdbc.queryForObject("select count(*) from wire_message where length(body) > 0 and task_id = any (?)", Long.class,
                (Object) theirs.toArray(UUID[]::new))).isZero();
        assertThat(jdbc.queryForObject("select reason from sealed_notice where subject_id = ?", String.class, person)).isEqualTo("Asked for by the person");
        altered("task", "update task set status = 'CANCELLED', settled_by = 'x', settle_reason = 'x' where id = '" + theirs.getFirst() + "'",
                "Task " + theirs.getFirst());
        changed("update sealed_record set erased_by = null, kept = null, salt = '\\x00' where id = '" + theirs.getFirst() + "'", "Task " + theirs.getFirst());
    }

    @Test
    void aTaskThatSomethingWasAddedToIsSealedAgain() {
        UUID task = task(UUID.randomUUID(), "Late Result");
        seal();
        whileNobodySeals(() -> {
            entry(task, "LATE_RESULT", "A worker that had lost this task came back");
            assertThat(verify().code()).as("until it is sealed again").isOne();
        });
        seal();
        assertThat(verify().code()).isZero();
        changed("delete from entry where event = 'LATE_RESULT' and task_id = '" + task + "'", "Task " + task + ": its operation log");
    }

    @Test
    void whatCommitsLateIsSealedAllTheSame() {
        tasks(3);
        seal();
        UUID late = task(UUID.randomUUID(), "Committed Late");
        jdbc.update("update task set settled_at = settled_at - interval '5 hours' where id = ?", late);
        seal();
        assertThat(verify().text()).contains("Task " + late + " settled long ago and was never sealed");
        server.clock().advance(Duration.ofDays(1).plusHours(1));
        seal();
        seal();
        assertThat(verify().code()).as("after the look that begins anew").isZero();
    }

    @Test
    void anExportIsCheckedWithoutADatabase() throws IOException {
        List<UUID> tasks = tasks(5);
        UUID task = tasks.get(1);
        seal();
        Path file = folder.resolve("evidence.jsonl");
        assertThat(run("--write", file.toString()).code()).isZero();
        Path key = Files.writeString(folder.resolve("public.json"), server.api().get("/api/v1/integrity/public-key").text());
        Result good = VerifyTestRun.of("--export", file.toString(), "--public-key", key.toString());
        assertThat(good.text()).contains("Everything is as it was sealed");
        assertThat(good.code()).isZero();
        String text = Files.readString(file);
        String other = text.lines().map(line -> line.contains(task.toString()) || line.contains(tasks.get(3).toString()) ? line.replace("sealed.person", "other.person") : line)
                .reduce((one, next) -> one + "\n" + next).orElseThrow();
        assertThat(other).isNotEqualTo(text.strip());
        Result altered = VerifyTestRun.of("--export", Files.writeString(file, other).toString(), "--public-key", key.toString());
        assertThat(altered.text()).contains("FIRST: Task " + task);
        assertThat(altered.code()).isOne();
    }

    @Test
    void itSaysWhatItCannotCheck() {
        assertThat(VerifyTestRun.of("--export", folder.resolve("nothing").toString()).code()).isEqualTo(2);
        assertThat(VerifyTestRun.of("--what").text()).contains("knows no '--what'");
        assertThat(VerifyTestRun.of().text()).contains("--home DIR");
        assertThat(VerifyTestRun.of("--home", folder.toString()).text()).contains("There is no database in");
    }

    private static final class VerifyTestRun {
        static Result of(String... arguments) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            int code = VerifyLog.run(arguments, new PrintStream(text, true, StandardCharsets.UTF_8));
            return new Result(code, text.toString(StandardCharsets.UTF_8));
        }
    }

    /** Alters the database, finds that out, and puts it back. */
    private void altered(String table, String statement, String who) {
        whileDone(statement, () -> {
            Result result = verify();
            assertThat(result.text()).as(statement).contains("FIRST: " + who).contains(table.equals("missing") ? "is missing" : "(" + table + ")");
            assertThat(result.code()).isOne();
        });
    }

    private void changed(String statement, String told) {
        whileDone(statement, () -> {
            Result result = verify();
            assertThat(result.text()).as(statement).contains(told);
            assertThat(result.code()).isOne();
        });
    }

    /** A copy of what may be touched, and back: the verification looks with a connection of its own. */
    private void whileDone(String statements, Runnable check) {
        whileNobodySeals(() -> doAndUndo(statements, check));
    }

    /** The worker of the server finds the state locked, and seals nothing meanwhile; what it has begun is waited for. */
    private static void whileNobodySeals(Runnable action) {
        try (Connection worker = server.database().dataSource().getConnection()) {
            worker.setAutoCommit(false);
            worker.createStatement().execute("select 1 from seal_state for update");
            action.run();
            worker.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void doAndUndo(String statements, Runnable check) {
        List<String> tables = List.of("sealed_batch", "sealed_record", "task", "entry", "attempt", "wire_message", "audit_entry");
        tables.forEach(table -> jdbc.execute("create table kept_" + table + " as select * from " + table));
        try {
            jdbc.execute("set session_replication_role = replica; " + statements + "; set session_replication_role = origin");
            check.run();
        } finally {
            jdbc.execute("set session_replication_role = replica; truncate sealed_record, sealed_batch, task, entry, attempt, wire_message, audit_entry; "
                    + tables.stream().map(table -> "insert into " + table + " select * from kept_" + table + "; drop table kept_" + table)
                            .reduce((one, next) -> one + "; " + next).orElseThrow() + "; set session_replication_role = origin");
        }
    }

    /** In the order in which they are sealed. */
    private static List<UUID> tasks(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(task(UUID.randomUUID(), "Sealed Person"));
        }
        made.sort(Comparator.comparing(UUID::toString));
        return made;
    }

    private static UUID task(UUID person, String name) {
        UUID id = new TaskSeed(server).user(person, name).object(name.toLowerCase().replace(' ', '.')).insert();
        entry(id, "SUCCEEDED", "Done for " + name);
        jdbc.update("insert into attempt (task_id, number, started_at, ended_at, outcome, counted) values (?, 1, now(), now(), 'DONE', true)", id);
        jdbc.update("insert into wire_message (task_id, attempt, seq, kind, at, target, codec, body, size) values (?, 1, 1, 'REQUEST', now(), ?, 0, ?, 5)",
                id, "/Users/" + name, name.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private static void entry(UUID task, String event, String message) {
        jdbc.update("insert into entry (id, task_id, at, event, message, detail) values (?, ?, now(), ?, ?, '{\"a\": 1}')", UUID.randomUUID(), task, event, message);
    }

    /** Later than the lag, as the worker would. */
    private static void seal() {
        server.clock().advance(Sealing.LAG.plusSeconds(1));
        sealWhatIsThere();
        // The server's own worker may have been at it; it has committed then, and what it left is sealed here.
        whileNobodySeals(() -> {});
        sealWhatIsThere();
    }

    private static void sealWhatIsThere() {
        Sealing sealing = server.bean(Sealing.class);
        while (sealing.next()) {
            // until there is nothing more
        }
    }

    private Result verify() {
        return run();
    }

    private Result run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--database-url", server.database().url(), "--home", server.home().toString()));
        arguments.addAll(List.of(more));
        return VerifyTestRun.of(arguments.toArray(String[]::new));
    }
}
