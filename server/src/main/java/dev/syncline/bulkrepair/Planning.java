package dev.syncline.bulkrepair;

import dev.syncline.background.Lease;
import dev.syncline.background.WorkGroups;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.rights.Standing;
import dev.syncline.synclog.TaskSelections;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a plan, in one transaction: it is there whole or not at all. */
@Component
class Planning {

    /** How long a plan waits for the word to go. Tasks that change meanwhile are left alone by the run, but a plan of last week says little. */
    static final Duration KEPT = Duration.ofHours(24);

    private final BulkRepairRepository repairs;
    private final PlanRepository plans;
    private final TaskSelections selections;
    private final Standing standing;
    private final WorkGroups groups;
    private final Lease lease;
    private final Clock clock;

    Planning(BulkRepairRepository repairs, PlanRepository plans, TaskSelections selections, Standing standing, WorkGroups groups, Lease lease,
            Clock clock) {
        this.repairs = repairs;
        this.plans = plans;
        this.selections = selections;
        this.standing = standing;
        this.groups = groups;
        this.lease = lease;
        this.clock = clock;
    }

    /** @throws dev.syncline.problem.ProblemException INVALID_INPUT when the log does not know the filter */
    void check(Map<String, List<String>> filter) {
        selections.of(filter, Scope.ALL, Scope.ALL, PlanRepository.COLUMNS);
    }

    /** Nothing is kept when it was cancelled or taken over meanwhile. */
    void plan(BulkRepair repair) {
        groups.inGroup(repair, () -> true, () -> {
            if (repair.filter() == null) {
                plans.freezeChosen(repair);
            } else {
                plans.freeze(repair, selections.of(repair.filter(), repair.visible(), personal(repair), PlanRepository.COLUMNS));
            }
            plans.countCauses(repair.id());
            return finish(repair);
        });
    }

    /** It finds what its planner finds in the log. */
    private Scope personal(BulkRepair repair) {
        return standing.of(repair.planner()).scope(Right.SEE_PERSONAL);
    }

    private boolean finish(BulkRepair repair) {
        if (repairs.hold(repair.id(), BulkRepair.Status.PLANNING, lease.holder(), lease.until()).isEmpty()) {
            throw new NoLongerOurs();
        }
        repairs.planned(repair.id(), clock.instant(), clock.instant().plus(KEPT));
        return true;
    }

    /** Takes back what was written. */
    static final class NoLongerOurs extends RuntimeException {}
}
