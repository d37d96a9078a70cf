package dev.syncline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.task.Ledger;
import dev.syncline.task.NewTask;
import dev.syncline.task.Parameters;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Three runners on one database, 10,000 tasks for 1,000 accounts, runners killed at random: none lost, none out of turn, none twice. */
class ClusterTest {

    private static final int ACCOUNTS = 1_000;
    private static final int TURNS = 10;
    private static final int RUNNERS = 3;
    private static final int KILLS = 12;

    private final Map<String, ConcurrentLinkedQueue<UUID>> arrived = new ConcurrentHashMap<>();
    private final Random random = new Random(20261122);

    @Test
    void noneLostNoneOutOfTurnNoneSettledTwice() throws Exception {
        try (TestServer server = TestServer.start("syncline.runner.enabled=false")) {
            MemoryConnectorType.answering("cluster", this::arrive);
            UUID application = application(server);
            List<UUID> opened = openAll(server, application);

            runUntilSettled(server, application);

            assertThat(opened).hasSize(ACCOUNTS * TURNS);
            Map<UUID, Long> turns = turns(server, application);
            assertThat(turns).as("succeeded").containsOnlyKeys(opened);
            arrived.forEach((account, tasks) -> assertThat(inOrderOfArrival(tasks, turns)).as(account)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, TURNS).mapToObj(Long::valueOf).toList()));
            assertThat(arrived).hasSize(ACCOUNTS);
            assertThat(settledMoreThanOnce(server)).isEmpty();
        }
    }

    private Outcome arrive(Change change) {
        arrived.computeIfAbsent(change.name(), name -> new ConcurrentLinkedQueue<>()).add(change.taskId());
        sleep(2);
        return Outcome.Done.of(change.name());
    }

    /** The turns as the target saw them; the same task again right behind itself is a repeated attempt and is no harm. */
    private static List<Long> inOrderOfArrival(Iterable<UUID> tasks, Map<UUID, Long> turns) {
        List<Long> seen = new ArrayList<>();
        for (UUID task : tasks) {
            long turn = turns.get(task);
            if (seen.isEmpty() || seen.getLast() != turn) {
                seen.add(turn);
            }
        }
        return seen;
    }

    private void runUntilSettled(TestServer server, UUID application) {
        RunnerParts parts = server.bean(RunnerParts.class);
        List<Runner> runners = new ArrayList<>(Stream.generate(() -> runner(server, parts)).limit(RUNNERS).toList());
        Sweep sweep = new Sweep(parts);
        int kills = 0;
        try {
            while (unsettled(server, application) > 0) {
                sleep(150);
                if (kills < KILLS) {
                    runners.remove(random.nextInt(runners.size())).stop(Duration.ZERO);
                    runners.add(runner(server, parts));
                    kills++;
                }
                keepAlive(server, parts, runners);
                sweep.once(server.clock().instant());
            }
        } finally {
            runners.forEach(runner -> runner.stop(Duration.ofSeconds(5)));
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    /** Time goes by: the living renew their leases, the dead cannot. */
    private static void keepAlive(TestServer server, RunnerParts parts, List<Runner> runners) {
        for (int step = 0; step < 2; step++) {
            server.clock().advance(Runner.LEASE.dividedBy(2).plusSeconds(1));
            runners.forEach(runner ->
                    parts.claims().extend(runner.id(), runner.inHand(), server.clock().instant().plus(Runner.LEASE.multipliedBy(2))));
        }
    }

    private static Runner runner(TestServer server, RunnerParts parts) {
        Runner runner = new Runner(parts, server.bean(Ids.class));
        runner.servers(RUNNERS);
        return runner;
    }

    static UUID application(TestServer server) {
        UUID id = server.bean(Ids.class).next();
        server.bean(JdbcClient.class).sql("""
                insert into application (id, name, connector, settings, data_synchronization, change_tracking, callback_mode,
                    callback_deadline_seconds, max_attempts, first_delay_ms, max_delay_ms, max_concurrency, request_timeout_ms,
                    account_name_expression, created_at, updated_at)
                values (?, 'cluster', 'memory', '{"name": "cluster"}', true, false, false, 60, 50, 10, 100, 60, 5000, 'user.userName',
                    now(), now())""").param(id).update();
        return id;
    }

    private static List<UUID> openAll(TestServer server, UUID application) {
        List<UUID> accounts = Stream.generate(UUID::randomUUID).limit(ACCOUNTS).toList();
        List<UUID> opened = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            List<NewTask> tasks = accounts.stream().map(account -> task(application, account)).toList();
            opened.addAll(server.bean(TransactionTemplate.class).execute(status -> server.bean(Ledger.class).open(tasks)));
        }
        return opened;
    }

    static NewTask task(UUID application, UUID account) {
        // An enabling is neither folded nor superseded.
        return new NewTask(application, "cluster", ObjectType.ACCOUNT, account, account.toString(), null, null, Action.ENABLE,
                Source.MANUAL, Parameters.named(account.toString()), Map.of(), null, Priority.BULK, Actor.SYSTEM, null, null, null);
    }

    static long unsettled(TestServer server, UUID application) {
        return server.bean(JdbcClient.class).sql("select count(*) from task where application_id = ? and settled_at is null")
                .param(application).query(Long.class).single();
    }

    private static Map<UUID, Long> turns(TestServer server, UUID application) {
        Map<UUID, Long> turns = new LinkedHashMap<>();
        server.bean(JdbcClient.class).sql("select id, turn from task where application_id = ? and status = 'SUCCEEDED'").param(application)
                .query(row -> {
                    turns.put(row.getObject("id", UUID.class), row.getLong("turn"));
                });
        return turns;
    }

    private static List<UUID> settledMoreThanOnce(TestServer server) {
        return server.bean(JdbcClient.class)
                .sql("select task_id from entry where event = 'SUCCEEDED' group by task_id having count(*) > 1").query(UUID.class).list();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
