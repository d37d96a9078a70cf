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
    private @Nullable Runner runner;
    private Sweep sweep;
    private WorkNotices notices;
    private ScheduledExecutorService beat;
    private Instant startedAt;
    private Instant extendAt = Instant.MIN;
    private int beats;

    RunnerService(RunnerParts parts, Ids ids, DataSource dataSource, Clock clock) {
        this.parts = parts;
        this.ids = ids;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        startedAt = clock.instant();
        parts.live().partitions(startedAt);
        runner = new Runner(parts, ids);
        sweep = new Sweep(parts);
        notices = new WorkNotices(dataSource, runner::wake);
        beat = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("runner-beat").factory());
        var _ = beat.scheduleWithFixedDelay(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            Instant now = clock.instant();
            runner.servers(parts.live().seen(runner.id(), host(), startedAt, now));
            if (!now.isBefore(extendAt)) {
                // Before the sweep: a clock that was set forward must not cost us our own tasks.
                parts.claims().extend(runner.id(), runner.inHand(), now.plus(Runner.LEASE));
                extendAt = now.plus(Runner.LEASE.dividedBy(4));
            }
            if (sweep.once() > 0) {
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

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public synchronized void stop() {
        beat.shutdown();
        notices.close();
        runner.stop(PATIENCE);
        beat.shutdownNow();
        parts.live().gone(runner.id(), clock.instant());
        runner = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return runner != null;
    }
}
