package dev.syncline.background;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works beside the requests, each piece of work on a virtual thread, and takes over what another server has left lying. */
@Component
public class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final int LOOK_EVERY_SECONDS = 5;

    private final ObjectProvider<LeasedWork> kinds;
    private final Lease lease;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService watch;

    /** @param kinds looked up when needed: they hand their work to this one */
    Workers(ObjectProvider<LeasedWork> kinds, Lease lease) {
        this.kinds = kinds;
        this.lease = lease;
    }

    /** Returns at once. The work looks after its own failures, and ends soon when {@link Lease#stopping()}. */
    public void submit(Runnable work) {
        threads.execute(work);
    }

    /**
     * The same for work that a lease belongs to, unless this server is at it already: a server too busy to renew its lease in time would
     * take its own work over, and be busier still.
     */
    public void submit(UUID id, Runnable work) {
        if (underWay.add(id)) {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    underWay.remove(id);
                }
            });
        }
    }

    private void takeOver() {
        kinds.orderedStream().forEach(kind -> {
            try {
                kind.takeOver();
            } catch (RuntimeException e) {
                log.warn("Looking for work to go on with failed, trying again: {}", e.getMessage());
            }
        });
    }

    @Override
    public synchronized void start() {
        watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("background-watch").factory());
        var _ = watch.scheduleWithFixedDelay(this::takeOver, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        lease.stop();
        if (watch != null) {
            watch.shutdown();
        }
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kinds.orderedStream().forEach(LeasedWork::giveBack);
        watch = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
