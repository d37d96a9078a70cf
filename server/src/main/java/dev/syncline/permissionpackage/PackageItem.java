package dev.syncline.permissionpackage;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a package grants.
 *
 * @param permissionId null for the account itself
 */
public record PackageItem(UUID applicationId, @Nullable UUID permissionId) {
    public PackageItem {
        Objects.requireNonNull(applicationId);
    }
}
