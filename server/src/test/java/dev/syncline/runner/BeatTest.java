package dev.syncline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.SettableClock;
import dev.syncline.fixtures.TestServer;
import dev.syncline.id.Ids;
import dev.syncline.task.Ledger;
import dev.syncline.task.NewTask;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BeatTest {

    private final AtomicInteger told = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** A server may stand still for an hour at any point, as a virtual machine does; here between two lines of its beat. */
    @Test
    void timeThatPassesInTheMiddleOfABeatCostsNoTask() {
        try (TestServer server = TestServer.start("syncline.runner.enabled=false")) {
            MemoryConnectorType.answering("cluster", _ -> answer());
            StandsStill clock = new StandsStill(server.clock());
            RunnerService service = service(server, clock);
            try {
                NewTask task = opened(server);
                until(() -> told.get() > 0);
                clock.anHourPassesInTheNextBeat();
                goOn.countDown();
                until(() -> ClusterTest.unsettled(server, task.applicationId()) == 0);
            } finally {
                goOn.countDown();
                service.stop();
            }
            assertThat(told).hasValue(1);
            assertThat(count(server, "from entry where event = 'LEASE_LOST'")).isZero();
        }
    }

    @Test
    void whatIsBeingClaimedWhenTheServerStopsIsStillDone() throws Exception {
        try (TestServer server = TestServer.start("syncline.runner.enabled=false");
                Connection lock = server.database().dataSource().getConnection()) {
            goOn.countDown();
            MemoryConnectorType.answering("cluster", _ -> answer());
            NewTask task = opened(server);
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table task in share row exclusive mode");
            Runner runner = new Runner(server.bean(RunnerParts.class), server.bean(Ids.class));
            until(() -> count(server, "from pg_locks where not granted and relation = 'task'::regclass") > 0);
            Thread stopping = Thread.startVirtualThread(() -> runner.stop(Duration.ofMinutes(1)));
            until(() -> stopping.getState() != Thread.State.NEW && stopping.getState() != Thread.State.RUNNABLE);
            lock.rollback();
            stopping.join();
            assertThat(ClusterTest.unsettled(server, task.applicationId())).isZero();
        }
    }

    private static NewTask opened(TestServer server) {
        NewTask task = ClusterTest.task(ClusterTest.application(server), UUID.randomUUID());
        server.bean(TransactionTemplate.class).execute(_ -> server.bean(Ledger.class).open(List.of(task)));
        return task;
    }

    private Outcome answer() {
        told.incrementAndGet();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Outcome.Done.of("remote");
    }

    private static RunnerService service(TestServer server, Clock clock) {
        var service = new RunnerService(server.bean(RunnerParts.class), server.bean(Ids.class), server.bean(DataSource.class), clock);
        service.start();
        return service;
    }

    private static long count(TestServer server, String what) {
        return server.bean(JdbcClient.class).sql("select count(*) " + what).query(Long.class).single();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    /** Time passes right after somebody has looked at it. */
    private static final class StandsStill extends Clock {

        private final SettableClock clock;
        private final AtomicReference<Duration> afterTheNextLook = new AtomicReference<>(Duration.ZERO);
        private final AtomicInteger looks = new AtomicInteger();

        StandsStill(SettableClock clock) {
            this.clock = clock;
        }

        /** A beat looks once, when it begins: when the next one looks, it is over. */
        void anHourPassesInTheNextBeat() {
            afterTheNextLook.set(Duration.ofHours(1));
            until(() -> afterTheNextLook.get().isZero());
            int then = looks.get();
            until(() -> looks.get() > then);
        }

        @Override
        public Instant instant() {
            looks.incrementAndGet();
            Instant now = clock.instant();
            clock.advance(afterTheNextLook.getAndSet(Duration.ZERO));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }
}
