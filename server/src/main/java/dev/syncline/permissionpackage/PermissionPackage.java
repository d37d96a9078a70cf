package dev.syncline.permissionpackage;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is granted together.
 *
 * @param description null for none
 * @param active when off it cannot be requested and no policy grants it
 * @param provisionable whether policies may grant it
 * @param requestable whether users can ask for it
 * @param maxDays for how many days it can be requested at most; null for any time
 */
public record PermissionPackage(
        UUID id,
        String name,
        @Nullable String description,
        boolean active,
        boolean provisionable,
        boolean requestable,
        @Nullable Integer maxDays,
        List<PackageItem> items,
        int version) {

    public PermissionPackage {
        items = List.copyOf(items);
    }

    /** Whether users can ask for it now. */
    public boolean canBeRequested() {
        return active && requestable;
    }

    /** Whether policies can grant it now. */
    public boolean canBeProvisioned() {
        return active && provisionable;
    }

    /** Whether it grants the same as another, in whatever order. */
    public boolean grantsTheSameAs(PermissionPackage other) {
        return new HashSet<>(items).equals(new HashSet<>(other.items));
    }
}
