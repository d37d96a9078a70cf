package dev.syncline.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps a request passes, one after the other.
 *
 * @param applicationId null for a package's rule, and for the rule for everything that has none of its own
 */
record ApprovalRule(UUID id, @Nullable UUID applicationId, @Nullable UUID packageId, List<ApprovalStep> steps, int version) {

    ApprovalRule {
        steps = List.copyOf(steps);
    }
}
