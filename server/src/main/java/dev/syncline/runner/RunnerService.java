package dev.syncline.runner;

import dev.syncline.id.Ids;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs this server's runner from start to stop, with its heartbeat and the sweep. */
@Component
@ConditionalOnProperty(name = "syncline.runner.enabled", havingValue = "true", matchIfMissing = true)
class RunnerService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunnerService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BEATS_PER_PARTITION_CHECK = 3_600;

    private final RunnerParts parts;
    private final Ids ids;
    private final DataSource dataSource;
    private final Clock clock;
    private volatile @Nullable Running running;

    /** What there is between start and stop. */
    private record Running(Runner runner, Sweep sweep, WorkNotices notices, ScheduledExecutorService beat) {}

    RunnerService(RunnerParts parts, Ids ids, DataSource dataSource, Clock clock) {
        this.parts = parts;
        this.ids = ids;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        Instant now = clock.instant();
        parts.live().partitions(now);
        Runner runner = new Runner(parts, ids);
        ScheduledExecutorService beat =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("runner-beat").factory());
        Running started = new Running(runner, new Sweep(parts), new WorkNotices(dataSource, runner::wake), beat);
        Heart heart = new Heart(started, now);
        var _ = beat.scheduleWithFixedDelay(heart::beat, 0, 1, TimeUnit.SECONDS);
        running = started;
    }

    /** What is to be done every second; called by one thread. */
    private final class Heart {

        private final Running it;
        private final Instant startedAt;
        private Instant extendAt = Instant.MIN;
        private int beats;

        Heart(Running it, Instant startedAt) {
            this.it = it;
            this.startedAt = startedAt;
        }

        void beat() {
            try {
                Instant now = clock.instant();
                Runner runner = it.runner();
                runner.servers(parts.live().seen(runner.id(), host(), startedAt, now));
                if (!now.isBefore(extendAt)) {
                    // Before the sweep: a clock that was set forward must not cost us our own tasks.
                    parts.claims().extend(runner.id(), runner.inHand(), now.plus(Runner.LEASE));
                    extendAt = now.plus(Runner.LEASE.dividedBy(4));
                }
                if (it.sweep().once(now) > 0) {
                    runner.wake();
                }
                parts.pauses().forgetEnded(now);
                if (++beats % BEATS_PER_PARTITION_CHECK == 0) {
                    parts.live().partitions(now);
                }
            } catch (RuntimeException e) {
                log.warn("The runner's beat failed, trying again: {}", e.getMessage());
            }
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public synchronized void stop() {
        Running stopping = running;
        if (stopping == null) {
            return;
        }
        stopping.beat().shutdown();
        stopping.notices().close();
        stopping.runner().stop(PATIENCE);
        stopping.beat().shutdownNow();
        parts.live().gone(stopping.runner().id(), clock.instant());
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
