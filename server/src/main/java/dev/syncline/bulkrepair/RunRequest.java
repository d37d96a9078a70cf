package dev.syncline.bulkrepair;

import dev.syncline.bulkrepair.BulkRepair.Order;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.repair.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The word to go.
 *
 * @param reason why; a retry needs none
 * @param perMinute tasks a minute; null for {@value Pace#USUAL}
 * @param stopAfter failures after which it stops; null for never
 * @param deletions for confirmations that delete for good: their number, to say that it was read
 */
record RunRequest(@Nullable String reason, @Nullable Integer perMinute, @Nullable Integer stopAfter, @Nullable Integer deletions) {

    private static final int MOST_FAILURES = 1_000_000;

    /** @throws ProblemException INVALID_INPUT when something is missing or out of bounds */
    Order order(BulkRepair repair, Actor by) {
        if (repair.action() == RepairAction.CONFIRM && repair.deletions() > 0 && !Integer.valueOf(repair.deletions()).equals(deletions)) {
            throw ProblemException.invalid("deletions", "Confirming " + repair.deletions() + " failed deletions deletes what they are about"
                    + " for good from the platform. Send their number as \"deletions\" to say that this is wanted.");
        }
        String why = repair.action().settles() || reason != null && !reason.isBlank() ? Reason.check(reason) : null;
        return new Order(by, why, new Pace(pace(Pace.USUAL)), stop());
    }

    /** The same order with another pace and another stop. */
    Order goingOn(Order before, Actor by) {
        return new Order(by, before.reason(), new Pace(pace(before.pace().perMinute())), stop());
    }

    private int pace(int otherwise) {
        if (perMinute != null && (perMinute < 1 || perMinute > Pace.FASTEST)) {
            throw ProblemException.invalid("perMinute", "\"perMinute\" must be from 1 to " + Pace.FASTEST + " tasks a minute, not " + perMinute + ".");
        }
        return perMinute == null ? otherwise : perMinute;
    }

    private @Nullable Integer stop() {
        if (stopAfter != null && (stopAfter < 1 || stopAfter > MOST_FAILURES)) {
            throw ProblemException.invalid("stopAfter",
                    "\"stopAfter\" must be from 1 to " + MOST_FAILURES + " failures, not " + stopAfter + "; leave it out to go on whatever fails.");
        }
        return stopAfter;
    }
}
