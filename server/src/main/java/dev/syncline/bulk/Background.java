package dev.syncline.bulk;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on batches beside the requests, and takes over those whose server has stopped. */
@Component
class Background implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final BatchRepository batches;
    private final ImportReading reading;
    private final BatchRun run;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;

    Background(BatchRepository batches, ImportReading reading, BatchRun run, Workers workers, Lease lease, Clock clock) {
        this.batches = batches;
        this.reading = reading;
        this.run = run;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Reads a file that this server holds, and deletes it afterwards. */
    void read(Batch batch, @Nullable String delimiter, Path file) {
        workers.submit(() -> {
            guarded(batch, () -> reading.read(batch, delimiter, file, lease));
            delete(file);
        });
    }

    /** Goes on with a batch that this server holds. */
    void work(Batch batch) {
        workers.submit(batch.id(), () -> guarded(batch, () -> run.toTheEnd(batch)));
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

    @Override
    public void takeOver() {
        batches.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(batch -> {
            if (batch.status() == Batch.Status.READING) {
                batches.fail(batch.id(), lease.holder(),
                        "The server stopped while it read the file. Upload the file again.", clock.instant());
            } else {
                work(batch);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The uploaded file {} could not be deleted: {}", file, e.getMessage());
        }
    }

    @Override
    public void giveBack() {
        batches.giveBack(lease.holder(), clock.instant());
    }
}
