package dev.syncline.permissionpackage;

import java.util.Objects;
import java.util.UUID;

/**
 * One thing a package grants.
 *
 * @param permissionId null for the account itself
 */
public record PackageItem(UUID applicationId, UUID permissionId) {
    public PackageItem {
        Objects.requireNonNull(applicationId);
    }
}
