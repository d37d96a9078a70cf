package dev.syncline.lifecycle;

import java.time.Instant;

/**
 * What happens to the accounts of users who are disabled, deleted or enabled again.
 *
 * @param enabled when false nothing happens, whatever the rest says
 * @param version 0 for an override that is not there
 */
record GlobalPolicy(
        boolean enabled, OnDisabled onDisabled, OnDeleted onDeleted, OnEnabled onEnabled, int version, Instant updatedAt) {

    enum OnDisabled {
        DISABLE,
        NOTHING
    }

    enum OnDeleted {
        DELETE,
        DISABLE,
        NOTHING
    }

    enum OnEnabled {
        /** Only the accounts this policy itself disabled. */
        ENABLE_AGAIN,
        NOTHING
    }

    boolean enablesAgain() {
        return enabled && onEnabled == OnEnabled.ENABLE_AGAIN;
    }
}
