package dev.syncline.bulkrepair;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk repair as a client sees it.
 *
 * @param filter null when the tasks were chosen one by one
 * @param selected how many were chosen; null with a filter
 * @param plan null in a list
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RepairView(
        UUID id,
        RepairAction action,
        BulkRepair.Status status,
        @Nullable Map<String, List<String>> filter,
        @Nullable Integer selected,
        int total,
        RepairCounts counts,
        int leftOut,
        int deletions,
        int takingAway,
        @Nullable Plan plan,
        @Nullable String reason,
        @Nullable Integer perMinute,
        @Nullable Integer stopAfter,
        @Nullable String approvedBy,
        @Nullable String because,
        Actor plannedBy,
        @Nullable Actor runBy,
        @Nullable Instant createdAt,
        @Nullable Instant plannedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** What it is about, and what it is not about. */
    record Plan(List<PlannedCause> causes, List<LeftOut> leftOut) {}

    static RepairView of(BulkRepair repair, @Nullable Plan plan) {
        BulkRepair.Order order = repair.order();
        return new RepairView(repair.id(), repair.action(), repair.status(), repair.filter(),
                repair.selection() == null ? null : repair.selection().size(), repair.total(), repair.counts(), repair.leftOut(),
                repair.deletions(), repair.takingAway(), plan, order == null ? null : order.reason(),
                order == null ? null : order.pace().perMinute(), order == null ? null : order.stopAfter(), repair.approvedBy(), repair.because(),
                repair.planner(), order == null ? null : order.by(), repair.createdAt(), repair.plannedAt(), repair.expiresAt(),
                repair.startedAt(), repair.endedAt());
    }
}
