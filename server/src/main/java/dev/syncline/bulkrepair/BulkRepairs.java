package dev.syncline.bulkrepair;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.background.Lease;
import dev.syncline.bulkrepair.BulkRepair.Order;
import dev.syncline.bulkrepair.BulkRepair.Status;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans, runs, halts and cancels bulk repairs. The work goes on in the background after the answer. */
@Service
class BulkRepairs {

    private static final RepairCounts NOTHING = new RepairCounts(0, 0, 0, 0, 0, 0, 0);

    private final BulkRepairRepository repository;
    private final ItemRepository items;
    private final Planning planning;
    private final RepairProposals proposals;
    private final RepairWork work;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    BulkRepairs(BulkRepairRepository repository, ItemRepository items, Planning planning, RepairProposals proposals,
            RepairWork work, Lease lease,
            TransactionTemplate transactions, Ids ids, Clock clock) {
        this.repository = repository;
        this.items = items;
        this.planning = planning;
        this.proposals = proposals;
        this.work = work;
        this.lease = lease;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    List<BulkRepair> page(RepairAction action, Status status, Scope seen, @Nullable UUID before, int limit) {
        return repository.page(action, status, seen, before, limit);
    }

    /** @throws ProblemException NOT_FOUND also when it is about more than the reader sees */
    BulkRepair get(UUID id, Scope seen) {
        return repository.find(id).filter(repair -> repair.visible().isWithin(seen))
                .orElseThrow(() -> ProblemException.notFound("bulk repair", id));
    }

    private BulkRepair get(UUID id) {
        return get(id, Scope.ALL);
    }

    /**
     * Begins a plan; it is made a moment later.
     *
     * @param visible where the planner may do this
     */
    BulkRepair plan(PlanRequest request, Actor planner, Scope visible) {
        request.check();
        Map<String, List<String>> filter = request.parameters();
        if (filter != null) {
            planning.check(filter);
        }
        BulkRepair repair = new BulkRepair(ids.next(), request.action(), Status.PLANNING, filter, request.taskIds(), visible, 0, NOTHING, 0, 0, 0,
                null, 0, null, null, null, planner, clock.instant(), null, null, null, null);
        repository.insert(repair, lease.holder(), lease.until());
        work.work(repair.id());
        return repair;
    }

    /** The word to go. Where it needs a second person, the plan stays as it is until that one has agreed. */
    BulkRepair run(UUID id, RunRequest request, Actor by) {
        boolean begun = Boolean.TRUE.equals(transactions.execute(_ -> {
            BulkRepair repair = locked(id);
            refuseUnlessPlanned(repair);
            Order order = request.order(repair, by);
            if (proposals.isNeeded(repair)) {
                proposals.ask(repair, request, by);
                return false;
            }
            begin(repair, order, 0);
            return true;
        }));
        return begun ? working(id) : get(id);
    }

    /** A second person has agreed, in whose transaction this is. */
    void begin(UUID id, RunRequest request, Actor by, String approvedBy) {
        BulkRepair repair = locked(id);
        refuseUnlessPlanned(repair);
        begin(repair, request.order(repair, by), 0);
        repository.approved(id, approvedBy);
    }

    void work(UUID id) {
        work.work(id);
    }

    private void refuseUnlessPlanned(BulkRepair repair) {
        boolean over = repair.status() == Status.EXPIRED
                || repair.status() == Status.PLANNED && !clock.instant().isBefore(repair.expiresAt());
        if (over) {
            throw refused("The plan is older than " + Planning.KEPT.toHours() + " hours and is no longer good. Make a new one.");
        }
        switch (repair.status()) {
            case PLANNED -> {}
            case PLANNING -> throw refused("The plan is still being made; wait until it is PLANNED.");
            case RUNNING, PAUSED, STOPPED -> throw refused("The repair was begun already.");
            case DONE, CANCELLED, EXPIRED, FAILED -> throw refused("The repair has ended. Make a new plan to do more.");
        }
        if (repair.total() == 0) {
            throw refused("Nothing is left to be " + repair.action().done() + ": the plan has left out every task.");
        }
    }

    /** Nobody has a turn until it is let go on. */
    BulkRepair pause(UUID id) {
        transactions.executeWithoutResult(_ -> {
            if (locked(id).status() != Status.RUNNING) {
                throw refused("Only a repair that is RUNNING can be paused.");
            }
            repository.halt(id, Status.PAUSED, null);
        });
        return get(id);
    }

    /**
     * Goes on after a pause or a stop. The failures until now are accepted.
     *
     * @param request how from now on; null for as before
     */
    BulkRepair resume(UUID id, @Nullable RunRequest request, Actor by) {
        transactions.executeWithoutResult(_ -> {
            BulkRepair repair = locked(id);
            if (repair.status() != Status.PAUSED && repair.status() != Status.STOPPED) {
                throw refused("Only a repair that is PAUSED or STOPPED can go on.");
            }
            Order before = repair.begun();
            Order order = request == null ? new Order(by, before.reason(), before.pace(), before.stopAfter()) : request.goingOn(before, by);
            begin(repair, order, repair.counts().failures());
        });
        return working(id);
    }

    /** Nobody has a turn any more. What was done stays, and what was retried goes on. */
    BulkRepair cancel(UUID id, @Nullable String reason, Actor by) {
        transactions.executeWithoutResult(_ -> {
            if (locked(id).endedAt() != null) {
                throw refused("The repair has ended already.");
            }
            items.giveUpWaiting(id, clock.instant());
            repository.end(id, Status.CANCELLED, "Cancelled by " + by.name() + (reason == null || reason.isBlank() ? "." : ": " + reason.strip()),
                    clock.instant());
        });
        return get(id);
    }

    private void begin(BulkRepair repair, Order order, int failuresBefore) {
        repository.running(repair, order, failuresBefore, clock.instant(), lease.holder(), lease.until());
    }

    private BulkRepair working(UUID id) {
        work.work(id);
        return get(id);
    }

    private BulkRepair locked(UUID id) {
        return repository.lock(id).orElseThrow(() -> ProblemException.notFound("bulk repair", id));
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, sentence);
    }
}
