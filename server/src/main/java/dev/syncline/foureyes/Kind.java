package dev.syncline.foureyes;

import dev.syncline.rights.Right;

/** What may need a second person. */
public enum Kind {
    /** The subject is the failed task. */
    CONFIRM_DELETION(Right.CONFIRM_DELETIONS),
    /** The subject is the plan. */
    BULK_REPAIR(Right.BULK_REPAIR),
    /** The subject is the run of a policy or rule. */
    RELEASE_HELD(Right.RUN_GOVERNANCE);

    private final Right right;

    Kind(Right right) {
        this.right = right;
    }

    /** What both persons need. */
    Right right() {
        return right;
    }
}
