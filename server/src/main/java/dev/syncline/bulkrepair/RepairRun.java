package dev.syncline.bulkrepair;

import dev.syncline.background.Lease;
import dev.syncline.background.WorkGroups;
import dev.syncline.modules.Modules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works a repair off, group by group: what a group does, its results, the counts and the pace are one transaction. */
@Component
class RepairRun {

    /** Each act locks its task's line until the group is committed: settlements of these wait so long. */
    private static final int GROUP = 50;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Very many may be under way. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private enum Step {
        MORE,
        /** Nobody's turn just now: the pace, or too many under way. */
        WAIT,
        END
    }

    private final BulkRepairRepository repairs;
    private final ItemRepository items;
    private final Acts acts;
    private final Modules modules;
    private final WorkGroups groups;
    private final Lease lease;
    private final Clock clock;

    RepairRun(BulkRepairRepository repairs, ItemRepository items, Acts acts, Modules modules, WorkGroups groups, Lease lease, Clock clock) {
        this.repairs = repairs;
        this.items = items;
        this.acts = acts;
        this.modules = modules;
        this.groups = groups;
        this.lease = lease;
        this.clock = clock;
    }

    /** Returns when everything had its turn, it was halted, cancelled or taken over, the log was switched off, or the server is about to stop. */
    void toTheEnd(BulkRepair repair) {
        Step step = Step.MORE;
        Duration wait = SHORTEST_WAIT;
        long looked = 0;
        while (step != Step.END) {
            if (step == Step.WAIT || System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
                items.observe(repair.id(), clock.instant());
                looked = System.nanoTime();
            }
            step = groups.inGroup(repair, modules::logIsOn, () -> next(repair)).orElse(Step.END);
            if (step == Step.WAIT) {
                if (!pause(wait)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            } else {
                wait = SHORTEST_WAIT;
            }
        }
    }

    private Step next(BulkRepair begun) {
        return repairs.hold(begun.id(), BulkRepair.Status.RUNNING, lease.holder(), lease.until()).map(this::group).orElse(Step.END);
    }

    private Step group(BulkRepair repair) {
        if (repair.counts().waiting() == 0) {
            repairs.end(repair.id(), BulkRepair.Status.DONE, null, clock.instant());
            return Step.END;
        }
        if (repair.mustStop()) {
            repairs.halt(repair.id(), BulkRepair.Status.STOPPED, stopped(repair));
            return Step.END;
        }
        Pace pace = repair.begun().pace();
        int turns = Math.min(Math.min(GROUP, repair.room()), pace.due(repair.next(), clock.instant()));
        if (turns <= 0) {
            return Step.WAIT;
        }
        List<Item> became = acts.act(repair, items.waiting(repair.id(), turns));
        items.update(repair.id(), became);
        repairs.turned(repair.id(), became.size(), RepairCounts.of(became), pace.after(repair.next(), clock.instant(), became.size()));
        return Step.MORE;
    }

    private static String stopped(BulkRepair repair) {
        int failures = repair.counts().failures() - repair.failuresBefore();
        return failures + (failures == 1 ? " task has" : " tasks have") + (repair.action() == RepairAction.RETRY ? " failed again" : " been refused")
                + ", and it was to stop after " + repair.begun().stopAfter() + ".";
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
