package dev.syncline.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a policy grants: a package, or the account of an application, or a permission of it.
 *
 * @param packageId null when it is no package; then the application is given
 * @param permissionId null for a package, and for the account itself
 */
record PolicyGrant(@Nullable UUID packageId, UUID applicationId, @Nullable UUID permissionId) {
    PolicyGrant {
        if ((packageId == null) == (applicationId == null)) {
            throw new IllegalArgumentException("a package or an application, not both and not neither");
        }
    }
}
