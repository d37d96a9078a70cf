package dev.syncline.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as a client sees it; see {@link PolicyRun}. */
record RunView(
        UUID id,
        UUID policyId,
        int policyNumber,
        PolicyRun.Reason reason,
        PolicyRun.Status status,
        int total,
        int lookedAt,
        int gained,
        int lost,
        int tasks,
        int refused,
        @Nullable String failure,
        @Nullable String initiator,
        Instant createdAt,
        @Nullable Instant endedAt) {

    static RunView of(PolicyRun run) {
        return new RunView(run.id(), run.policyId(), run.policyNumber(), run.reason(), run.status(), run.total(), run.lookedAt(),
                run.gained(), run.lost(), run.tasks(), run.refused(), run.failure(), run.initiator().name(), run.createdAt(), run.endedAt());
    }
}
