package dev.syncline.retention;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.WorkGroups;
import dev.syncline.background.Workers;
import dev.syncline.id.Ids;
import dev.syncline.integrity.Erasing;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Erases one person's data in small groups, each a transaction: content gone, commitment kept, notice written, or nothing of it. */
@Service
class Erasures implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final int GROUP = 200;

    private final ErasureRepository erasures;
    private final Traces traces;
    private final LegalHolds holds;
    private final Erasing erasing;
    private final WorkGroups groups;
    private final Workers workers;
    private final Lease lease;
    private final Ids ids;
    private final Clock clock;

    Erasures(ErasureRepository erasures, Traces traces, LegalHolds holds, Erasing erasing, WorkGroups groups, Workers workers, Lease lease, Ids ids,
            Clock clock) {
        this.erasures = erasures;
        this.traces = traces;
        this.holds = holds;
        this.erasing = erasing;
        this.groups = groups;
        this.workers = workers;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    ErasurePlan plan(UUID user) {
        ErasurePlan plan = erasures.plan(user, holds.touching(user));
        if (plan.name() == null && plan.entries() == 0) {
            throw ProblemException.notFound("person of whom anything is kept", user);
        }
        return plan;
    }

    /** @throws ProblemException when it is not confirmed, or something forbids it */
    Erasure order(UUID user, String confirmation, String reason, Actor by) {
        ErasurePlan plan = plan(user);
        refuse(plan);
        String expected = plan.name() == null ? user.toString() : plan.name();
        if (!expected.equals(confirmation)) {
            throw ProblemException.invalid("confirmation", "Type \"" + expected + "\" as the confirmation: what is erased cannot be brought back.");
        }
        Erasure erasure = new Erasure(ids.next(), user, reason, by, clock.instant(), plan.tasks(), plan.entries(), Erasure.Phase.TASKS, null, 0, 0, null);
        try {
            erasures.insert(erasure, lease.holder(), lease.until());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(ErrorCode.CONFLICT, "This person's data is being erased already.");
        }
        work(erasure.id());
        return erasure;
    }

    private static void refuse(ErasurePlan plan) {
        if (!plan.holds().isEmpty()) {
            LegalHold hold = plan.holds().getFirst();
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "A legal hold keeps this data (" + hold.subjectType() + " " + hold.subjectId()
                    + ": " + hold.reason() + "). Lift it first.");
        }
        if (plan.stillThere()) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "The user is still there. Delete the user, and wait until all accounts are deleted.");
        }
        if (plan.unsettled() > 0) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, plan.unsettled() + " tasks of this person are not settled. Confirm, retry or cancel them first.");
        }
    }

    Erasure get(UUID id) {
        return erasures.find(id).orElseThrow(() -> ProblemException.notFound("erasure", id));
    }

    List<Erasure> page(@Nullable UUID after, int limit) {
        return erasures.page(after, limit);
    }

    private void work(UUID id) {
        workers.submit(id, () -> {
            try {
                while (groups.inGroup("the erasure " + id, () -> erasures.renew(id, lease.holder(), lease.until()), () -> step(get(id))).orElse(false)) {
                    // the next group
                }
            } catch (RuntimeException e) {
                log.error("The erasure {} stopped and is tried again", id, e);
            }
        });
    }

    /** @return whether there is more to do */
    private boolean step(Erasure erasure) {
        Erasing.Order order = new Erasing.Order(erasure.userId(), erasure.by(), erasure.reason());
        Erasure after = switch (erasure.phase()) {
            case TASKS -> {
                List<UUID> group = erasures.tasks(erasure, GROUP);
                if (!group.isEmpty()) {
                    erasing.tasks(order, group);
                }
                yield moved(erasure, group, Erasure.Phase.AUDIT);
            }
            case AUDIT -> {
                List<UUID> group = erasures.entries(erasure, GROUP);
                if (!group.isEmpty()) {
                    erasing.audit(order, group);
                }
                yield moved(erasure, group, Erasure.Phase.REST);
            }
            case REST -> {
                traces.erase(erasure.userId());
                yield moved(erasure, List.of(), Erasure.Phase.DONE);
            }
            case DONE -> erasure;
        };
        erasures.progress(after);
        return after.phase() != Erasure.Phase.DONE;
    }

    private Erasure moved(Erasure from, List<UUID> group, Erasure.Phase next) {
        Erasure.Phase phase = group.isEmpty() ? next : from.phase();
        boolean tasks = from.phase() == Erasure.Phase.TASKS;
        return new Erasure(from.id(), from.userId(), from.reason(), from.by(), from.orderedAt(), from.tasks(), from.entries(), phase,
                group.isEmpty() ? null : group.getLast(), from.tasksDone() + (tasks ? group.size() : 0),
                from.entriesDone() + (tasks ? 0 : group.size()), phase == Erasure.Phase.DONE ? clock.instant() : null);
    }

    @Override
    public void takeOver() {
        erasures.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(this::work);
    }

    @Override
    public void giveBack() {
        erasures.giveBack(lease.holder());
    }
}
