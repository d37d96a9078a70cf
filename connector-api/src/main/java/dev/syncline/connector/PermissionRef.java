package dev.syncline.connector;

import java.util.Objects;

/**
 * A permission as a change names it.
 *
 * @param id the platform's id of the permission, opaque to a connector
 * @param kind role, group or resource
 * @param name for people
 * @param value what the target calls it: a group's DN, a group's SCIM id, a role's key
 */
public record PermissionRef(String id, PermissionKind kind, String name, String value) {

    public PermissionRef {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
