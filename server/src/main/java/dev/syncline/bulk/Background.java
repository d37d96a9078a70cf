package dev.syncline.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works on batches beside the requests, and takes over those whose server has stopped. */
@Component
class Background implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final int LOOK_EVERY_SECONDS = 5;

    private final BatchRepository batches;
    private final ImportReading reading;
    private final BatchRun run;
    private final Lease lease;
    private final Clock clock;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private ScheduledExecutorService watch;

    Background(BatchRepository batches, ImportReading reading, BatchRun run, Lease lease, Clock clock) {
        this.batches = batches;
        this.reading = reading;
        this.run = run;
        this.lease = lease;
        this.clock = clock;
    }

    /** Reads a file that this server holds, and deletes it afterwards. */
    void read(Batch batch, String delimiter, Path file) {
        workers.submit(() -> {
            guarded(batch, () -> reading.read(batch, delimiter, file, lease));
            delete(file);
        });
    }

    /** Goes on with a batch that this server holds. */
    void work(Batch batch) {
        workers.submit(() -> guarded(batch, () -> run.toTheEnd(batch)));
    }

    private void guarded(Batch batch, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (lease.stopping()) {
                return;
            }
            log.error("The batch {} ({}) ended early.", batch.id(), batch.name(), e);
            batches.fail(batch.id(), lease.holder(),
                    "Something went wrong on our side; what was dealt with before stays. The server's log has the details.",
                    clock.instant());
        }
    }

    private void takeOver() {
        try {
            batches.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(batch -> {
                if (batch.status() == Batch.Status.READING) {
                    batches.fail(batch.id(), lease.holder(),
                            "The server stopped while it read the file. Upload the file again.", clock.instant());
                } else {
                    work(batch);
                }
            });
        } catch (RuntimeException e) {
            log.warn("Looking for batches to go on with failed, trying again: {}", e.getMessage());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The uploaded file {} could not be deleted: {}", file, e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("batch-watch").factory());
        watch.scheduleWithFixedDelay(this::takeOver, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        lease.stop();
        watch.shutdown();
        workers.shutdown();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        batches.giveBack(lease.holder(), clock.instant());
        watch = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
