package dev.syncline.synclog;

import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way from what happened to a task.
 *
 * @param id what to open; null for what has no page of its own
 * @param within what the step is part of: the user of a change, the policy of a run; null for none
 * @param name as it was called then
 * @param actor who did it; null when nobody did
 * @param at null when it is not known
 * @param note the reason or comment of a person, the version of a policy, the message of a failure; null for none
 */
record TrailStep(
        Kind kind, @Nullable UUID id, @Nullable UUID within, String name, @Nullable String actor, @Nullable Instant at, @Nullable String note) {

    /** Without what leads to something the reader may not see, or quotes from it: a finding names other applications. */
    TrailStep asSeenBy(Rights may) {
        Right needed = switch (kind) {
            case USER_CHANGE, PERMISSION_EDIT, ORGANIZATION_CHANGE, GROUP_CHANGE -> Right.SEE_PEOPLE;
            case POLICY_RUN, POLICY_VERSION, GLOBAL_POLICY -> Right.SEE_POLICIES;
            case REQUEST, APPROVAL, RELEASE -> Right.SEE_REQUESTS;
            case ACCOUNT_POLICY, COMPLIANCE_RULE, GOVERNANCE_RUN, FINDING, DECISION -> Right.SEE_GOVERNANCE;
            case BATCH, SYNCHRONIZATION, EXPIRY, TASK, BY_HAND, OTHER -> Right.SEE_TASKS;
        };
        return may.has(needed) ? this : new TrailStep(kind, null, null, name, actor, at, null);
    }

    enum Kind {
        BATCH,
        USER_CHANGE,
        PERMISSION_EDIT,
        ORGANIZATION_CHANGE,
        GROUP_CHANGE,
        /** An application was told of organizations or groups from then on. */
        SYNCHRONIZATION,
        POLICY_RUN,
        /** Note is the version. */
        POLICY_VERSION,
        GLOBAL_POLICY,
        REQUEST,
        APPROVAL,
        RELEASE,
        EXPIRY,
        ACCOUNT_POLICY,
        COMPLIANCE_RULE,
        /** Within is the policy or rule. */
        GOVERNANCE_RUN,
        FINDING,
        /** A person decided over a finding. */
        DECISION,
        /** Another task. */
        TASK,
        /** Somebody asked for it, and nothing else did. */
        BY_HAND,
        OTHER
    }
}
