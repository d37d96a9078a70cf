package dev.syncline.permissionpackage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.PermissionKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package as a client sees it, with the names of what it holds.
 *
 * @param consequences what the change just made did to others; absent when nothing was changed
 */
record PackageView(
        UUID id,
        String name,
        @Nullable String description,
        boolean active,
        boolean provisionable,
        boolean requestable,
        @Nullable Integer maxDays,
        List<ItemView> items,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Consequence> consequences) {

    /** Permission id, name and kind are null for the account itself. */
    record ItemView(
            UUID applicationId,
            String applicationName,
            @Nullable UUID permissionId,
            @Nullable String permissionName,
            @Nullable PermissionKind permissionKind) {}

    static PackageView of(PermissionPackage shown, List<ItemView> items) {
        return new PackageView(shown.id(), shown.name(), shown.description(), shown.active(), shown.provisionable(), shown.requestable(),
                shown.maxDays(), items, shown.version(), null);
    }

    PackageView with(List<Consequence> caused) {
        return new PackageView(id, name, description, active, provisionable, requestable, maxDays, items, version, caused);
    }
}
