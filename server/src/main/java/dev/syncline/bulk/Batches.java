package dev.syncline.bulk;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.application.Applications;
import dev.syncline.background.Lease;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import dev.syncline.task.Repairs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins, runs and cancels batches. What takes long goes on in the background after the answer. */
@Service
class Batches {

    private static final int MAX_NAME = 200;

    private final BatchRepository repository;
    private final RowRepository rows;
    private final Applications applications;
    private final Repairs repairs;
    private final Background background;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Batches(BatchRepository repository, RowRepository rows, Applications applications, Repairs repairs, Background background,
            Lease lease, TransactionTemplate transactions, Ids ids, Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.applications = applications;
        this.repairs = repairs;
        this.background = background;
        this.lease = lease;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first, those made before the given one (nulls for the first). */
    List<Batch> page(Batch.@Nullable Kind kind, Batch.@Nullable Status status, @Nullable UUID applicationId, Scope visible,
            @Nullable Instant beforeTime, @Nullable UUID beforeId, int limit) {
        return repository.page(kind, status, applicationId, visible, beforeTime, beforeId, limit);
    }

    Batch get(UUID id) {
        return repository.find(id).orElseThrow(() -> ProblemException.notFound("batch", id));
    }

    /** @throws ProblemException NOT_FOUND also when its application is not visible, or it changes users and not all are */
    Batch get(UUID id, Scope visible) {
        return repository.find(id).filter(batch -> visible.has(batch.applicationId())).orElseThrow(() -> ProblemException.notFound("batch", id));
    }

    /**
     * Keeps a batch that this server holds.
     *
     * @param applicationId null for one that changes users themselves
     */
    Batch begin(Batch.Kind kind, @Nullable UUID applicationId, String name, String options, int total, Actor actor) {
        Instant now = clock.instant();
        boolean runsAtOnce = kind == Batch.Kind.PROVISIONING;
        Batch batch = new Batch(ids.next(), kind, applicationId, name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name,
                runsAtOnce ? Batch.Status.RUNNING : Batch.Status.READING, options, total, 0, 0, 0, null, actor, 1, now,
                runsAtOnce ? now : null, null);
        repository.insert(batch, lease.holder(), lease.until());
        return batch;
    }

    /** Keeps a batch that was done in the caller's transaction, with what became of its rows. */
    void record(Batch batch, List<Row> done) {
        repository.running(batch.id(), lease.holder(), lease.until(), clock.instant());
        rows.insert(done);
        Group.Counts counts = Group.count(done);
        repository.count(batch.id(), 0, counts.bad(), counts.opened(), counts.skipped());
        repository.end(batch.id(), Batch.Status.DONE, null, clock.instant());
    }

    /** One that runs already goes on running. */
    Batch run(UUID id, boolean goodRowsOnly) {
        boolean begun = Boolean.TRUE.equals(transactions.execute(_ -> allowToRun(id, goodRowsOnly)));
        Batch batch = get(id);
        if (begun) {
            background.work(batch);
        }
        return batch;
    }

    private boolean allowToRun(UUID id, boolean goodRowsOnly) {
        Batch batch = repository.lock(id).orElseThrow(() -> ProblemException.notFound("batch", id));
        if (batch.applicationId() != null) {
            applications.get(batch.applicationId());
        }
        return switch (batch.status()) {
            case READY -> {
                refuseBadRows(batch, goodRowsOnly);
                repository.running(id, lease.holder(), lease.until(), clock.instant());
                yield true;
            }
            case RUNNING -> false;
            case READING -> throw refused("The file is still being read; wait until the batch is READY.");
            case DONE, CANCELLED, FAILED -> throw refused("The batch has ended; upload the file again to import it once more.");
        };
    }

    private static void refuseBadRows(Batch batch, boolean goodRowsOnly) {
        if (batch.bad() > 0 && !goodRowsOnly) {
            throw refused(batch.bad() + " of " + batch.total()
                    + " rows are bad. Correct the file and upload it again, or run the batch with goodRowsOnly to leave them out.");
        }
        if (batch.bad() == batch.total()) {
            throw refused("All " + batch.total() + " rows are bad. Correct the file and upload it again.");
        }
    }

    /** No further task is opened, and those that were not started are cancelled. */
    Batch cancel(UUID id, @Nullable String reason, Actor actor) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "Say why the batch is cancelled.");
        }
        transactions.executeWithoutResult(_ -> stop(id));
        repairs.cancelBatch(id, reason.strip(), actor);
        return get(id);
    }

    private void stop(UUID id) {
        Batch batch = repository.lock(id).orElseThrow(() -> ProblemException.notFound("batch", id));
        switch (batch.status()) {
            case READING, READY, RUNNING -> {
                rows.cancelWaiting(id);
                rows.forgetSecrets(id);
                repository.end(id, Batch.Status.CANCELLED, null, clock.instant());
            }
            // Its tasks may still wait.
            case DONE, FAILED -> {}
            case CANCELLED -> throw refused("The batch is cancelled already.");
        }
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, sentence);
    }
}
