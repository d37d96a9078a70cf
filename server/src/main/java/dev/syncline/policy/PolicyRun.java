package dev.syncline.policy;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy, evaluated for everybody.
 *
 * @param policyNumber version of the policy when the run began
 * @param afterUserName everybody up to this user name has been dealt with
 * @param total enabled users when it began
 * @param gained accounts and permissions users came to be entitled to
 * @param tasks changes of accounts that were taken
 * @param refused changes that could not be made
 * @param failure why it ended early; null when it did not
 */
record PolicyRun(
        UUID id,
        UUID policyId,
        int policyNumber,
        Reason reason,
        Status status,
        String afterUserName,
        int total,
        int lookedAt,
        int gained,
        int lost,
        int tasks,
        int refused,
        @Nullable String failure,
        Actor initiator,
        Instant createdAt,
        @Nullable Instant endedAt) {

    enum Reason {
        SAVED,
        ENABLED,
        DISABLED,
        DELETED,
        PACKAGE_CHANGED,
        ORGANIZATION_CHANGED,
        BY_HAND
    }

    enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
