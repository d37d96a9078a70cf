package dev.syncline.reconciliation;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on runs beside the requests, takes over those whose server has stopped, and forgets old ones. */
@Component
class ReconciliationWork implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationWork.class);
    private static final Duration FINDINGS_KEPT = Duration.ofDays(30);
    private static final Duration RUNS_KEPT = Duration.ofDays(400);

    private final ReconciliationRepository runs;
    private final Staging staging;
    private final ReconciliationSteps work;
    private final Workers workers;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    ReconciliationWork(ReconciliationRepository runs, Staging staging, ReconciliationSteps work, Workers workers, Lease lease,
            TransactionTemplate transactions, Clock clock) {
        this.runs = runs;
        this.staging = staging;
        this.work = work;
        this.workers = workers;
        this.lease = lease;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Goes on with a run that this server holds. */
    void work(Run run) {
        underWay.add(run.id());
        workers.submit(run.id(), () -> {
            try {
                guarded(run);
            } finally {
                underWay.remove(run.id());
            }
        });
    }

    private void guarded(Run run) {
        try {
            work.toTheEnd(run);
        } catch (RuntimeException e) {
            if (!lease.stopping()) {
                log.error("The reconciliation run {} ended early.", run.id(), e);
                endEarly(run);
            }
        }
    }

    private void endEarly(Run run) {
        transactions.executeWithoutResult(_ -> {
            if (runs.hold(run.id(), lease.holder(), lease.until()).isEmpty()) {
                return;
            }
            if (run.status() == Run.Status.DONE) {
                runs.endActing(run.id());
                return;
            }
            staging.forget(run.id());
            runs.end(run.id(), Run.Status.FAILED, "Something went wrong on our side; nothing was changed. The server's log has the details.",
                    null, clock.instant());
        });
    }

    @Override
    public void takeOver() {
        if (!underWay.isEmpty()) {
            runs.renew(underWay, lease.holder(), lease.until());
        }
        runs.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(this::work);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT8M")
    void forgetOld() {
        Instant now = clock.instant();
        staging.forgetOld(now.minus(FINDINGS_KEPT), now.minus(RUNS_KEPT), now);
    }

    @Override
    public void giveBack() {
        runs.giveBack(lease.holder(), clock.instant());
    }
}
