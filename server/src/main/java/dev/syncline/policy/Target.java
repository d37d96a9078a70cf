package dev.syncline.policy;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a policy wants users to have, all packages opened.
 *
 * @param permissionId null for the account itself
 */
record Target(UUID applicationId, @Nullable UUID permissionId) {
    Target {
        Objects.requireNonNull(applicationId);
    }

    boolean isAccount() {
        return permissionId == null;
    }
}
