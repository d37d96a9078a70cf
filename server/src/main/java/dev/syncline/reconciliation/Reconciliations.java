package dev.syncline.reconciliation;

import static dev.syncline.problem.ErrorCode.CONFLICT;
import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.background.Lease;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins and cancels runs, and acts on all findings of a kind. What takes long goes on in the background after the answer. */
@Service
class Reconciliations {

    private final ReconciliationRepository runs;
    private final Staging staging;
    private final ReconciliationFindingRepository findings;
    private final Setup setup;
    private final Applications applications;
    private final ReconciliationWork work;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Reconciliations(ReconciliationRepository runs, Staging staging, ReconciliationFindingRepository findings, Setup setup, Applications applications,
            ReconciliationWork work, Lease lease, TransactionTemplate transactions, Ids ids, Clock clock) {
        this.runs = runs;
        this.staging = staging;
        this.findings = findings;
        this.setup = setup;
        this.applications = applications;
        this.work = work;
        this.lease = lease;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    List<Run> page(UUID applicationId, @Nullable UUID before, int limit) {
        applications.get(applicationId);
        return runs.page(applicationId, before, limit);
    }

    Run get(UUID id) {
        return runs.find(id).orElseThrow(() -> ProblemException.notFound("reconciliation", id));
    }

    Setup.Options options(UUID applicationId) {
        return setup.options(applications.get(applicationId));
    }

    /**
     * @param rules null for those of the last run, or what the mapping suggests
     * @param objects what is read besides accounts; null for organizations, where the connection can list them
     */
    Run start(UUID applicationId, @Nullable List<CorrelationRule> rules, @Nullable List<ObjectType> objects, Actor actor) {
        Application application = applications.get(applicationId);
        Run run = new Run(ids.next(), applicationId, setup.checked(application, rules), setup.checkedObjects(application, objects),
                setup.compared(application), Run.Status.RUNNING, Run.Phase.READING, null, 0, 0, 0, null, null, null, null, actor,
                clock.instant(), null);
        if (!runs.insert(run, lease.holder(), lease.until())) {
            throw refused(application.name() + " is being read already. Wait for that run, or cancel it.");
        }
        work.work(run);
        return run;
    }

    /** A run that reads or compares ends without findings; one that acts on findings stops acting. What was done stays done. */
    Run cancel(UUID id) {
        transactions.executeWithoutResult(_ -> {
            Run run = locked(id);
            if (run.status() == Run.Status.RUNNING) {
                staging.forget(id);
                runs.end(id, Run.Status.CANCELLED, null, null, clock.instant());
            } else if (run.acting() != null && run.acting().underWay()) {
                runs.endActing(id);
            } else {
                throw refused("The run has ended already; there is nothing to cancel.");
            }
        });
        return get(id);
    }

    /** How many findings an act on all of a kind would be about now. */
    int count(UUID id, Order order) {
        get(id);
        refuseUnlessPossible(order);
        return findings.count(id, order);
    }

    /** @param expected how many the person saw; another number by now is refused */
    Run act(UUID id, Order order, int expected) {
        refuseUnlessPossible(order);
        transactions.executeWithoutResult(_ -> {
            Run run = locked(id);
            refuseUnlessThere(run);
            if (run.acting() != null && run.acting().underWay()) {
                throw refused("Something is being done about findings of this run. Wait for it, or cancel it.");
            }
            int count = findings.count(id, order);
            if (count != expected) {
                throw new ProblemException(CONFLICT, "There are " + count + " such findings now, not " + expected + ". Look at them again.");
            }
            runs.beginActing(id, order, count, lease.holder(), lease.until());
        });
        Run run = get(id);
        work.work(run);
        return run;
    }

    static void refuseUnlessThere(Run run) {
        if (run.status() != Run.Status.DONE) {
            throw refused("Only what a run has found that is DONE can be acted on; this one is " + run.status() + ".");
        }
        if (run.findingsDeletedAt() != null) {
            throw refused("The findings of this run are gone: a newer one took their place, or they were too old. Read the application again.");
        }
    }

    private static void refuseUnlessPossible(Order order) {
        if (order.act() == null || order.objectType() == null || order.kind() == null) {
            throw ProblemException.invalid("act", "Say what is to be done (act) about which findings (objectType and kind).");
        }
        boolean account = order.objectType() == ObjectType.ACCOUNT;
        boolean possible = switch (order.act()) {
            case LINK -> order.kind() == Finding.Kind.MATCHED;
            case KEEP -> account && order.kind() == Finding.Kind.UNKNOWN;
            case ALIGN -> account && order.kind() != Finding.Kind.LINKED && order.kind() != Finding.Kind.MISSING
                    && order.kind() != Finding.Kind.UNDER_WAY;
            case IGNORE -> order.kind() != Finding.Kind.LINKED;
        };
        if (!possible) {
            throw ProblemException.invalid("act", order.act() + " is not possible for all " + order.kind() + " findings of the type "
                    + order.objectType() + "; decide one by one.");
        }
        if (order.act() == Order.Act.IGNORE && (order.reason() == null || order.reason().isBlank())) {
            throw ProblemException.invalid("reason", "Say why they are ignored.");
        }
    }

    private Run locked(UUID id) {
        return runs.lock(id).orElseThrow(() -> ProblemException.notFound("reconciliation", id));
    }

    static ProblemException refused(String sentence) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, sentence);
    }
}
