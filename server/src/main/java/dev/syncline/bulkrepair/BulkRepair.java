package dev.syncline.bulkrepair;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act for many tasks.
 *
 * @param filter parameters of the log with their values; null when the tasks were chosen one by one
 * @param selection the tasks that were chosen; null with a filter
 * @param visible where its planner may do this: it finds nothing in other applications
 * @param total tasks it is about
 * @param leftOut tasks that were asked for and are not among them
 * @param deletions tasks that delete something: confirming them deletes it for good from the platform
 * @param takingAway tasks that only take access away: cancelling them leaves it in place
 * @param order how it is run; null before that
 * @param failuresBefore failures a person has accepted by letting it go on
 * @param nextAt when the next task has its turn at the rate; null before it is run
 * @param approvedBy the second person who let it run; null when none was needed
 * @param because why it stopped, failed or was cancelled; may be null
 */
record BulkRepair(
        UUID id,
        RepairAction action,
        Status status,
        @Nullable Map<String, List<String>> filter,
        @Nullable List<UUID> selection,
        Scope visible,
        int total,
        RepairCounts counts,
        int leftOut,
        int deletions,
        int takingAway,
        @Nullable Order order,
        int failuresBefore,
        @Nullable Instant nextAt,
        @Nullable String approvedBy,
        @Nullable String because,
        Actor planner,
        @Nullable Instant createdAt,
        @Nullable Instant plannedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum Status {
        /** The tasks are being looked for and written down. */
        PLANNING,
        /** Waits for the word to go. */
        PLANNED,
        RUNNING,
        /** A person has halted it. */
        PAUSED,
        /** So many have failed that it halted by itself. */
        STOPPED,
        /** Every task has had its turn; what was retried may still be under way. */
        DONE,
        CANCELLED,
        /** Nobody has run the plan in time. */
        EXPIRED,
        /** The plan could not be made. */
        FAILED
    }

    /**
     * How it is run.
     *
     * @param reason null for a retry without one
     * @param stopAfter failures after which it stops; null for never
     */
    record Order(Actor by, @Nullable String reason, Pace pace, @Nullable Integer stopAfter) {}

    /** Where somebody with these rights may do this to each of the tasks. */
    Scope where(Rights rights) {
        Scope each = rights.scope(action.right());
        return action == RepairAction.CONFIRM && deletions > 0 ? each.and(rights.scope(Right.CONFIRM_DELETIONS)) : each;
    }

    /** The order of one that was begun. */
    Order begun() {
        return Objects.requireNonNull(order, "what was begun has an order");
    }

    /** The moment of the next task, likewise. */
    Instant next() {
        return Objects.requireNonNull(nextAt, "what was begun has a next moment");
    }

    /** How many tasks may have their turn before it has to stop, if every task under way and each of them fails. */
    int room() {
        Integer stopAfter = begun().stopAfter();
        return stopAfter == null
                ? Integer.MAX_VALUE
                : stopAfter - (counts.failures() - failuresBefore) - counts.underWay();
    }

    boolean mustStop() {
        Integer stopAfter = begun().stopAfter();
        return stopAfter != null && counts.failures() - failuresBefore >= stopAfter;
    }

    @Override
    public String toString() {
        return "the bulk repair " + id + " (" + action + ")";
    }
}
