package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import java.util.UUID;

/**
 * Something an account can hold in its application.
 *
 * @param value what the target calls it: a group's DN, a group's id, a role's key
 * @param description null for none
 */
public record Permission(
        UUID id, UUID applicationId, PermissionKind kind, String name, String value, String description, int version) {

    /** As a task's parameters name it. */
    public PermissionRef ref() {
        return new PermissionRef(id.toString(), kind, name, value);
    }
}
