package dev.syncline.request;

import dev.syncline.connector.PermissionKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked for.
 *
 * @param permissionId null for an account
 * @param refusal why this user cannot ask for it now, in a sentence; null when it can be asked for
 */
record Offer(
        UUID applicationId,
        String applicationName,
        UUID permissionId,
        @Nullable PermissionKind permissionKind,
        String name,
        String description,
        @Nullable String refusal) {

    Offer refused(@Nullable String sentence) {
        return new Offer(applicationId, applicationName, permissionId, permissionKind, name, description, sentence);
    }

    UUID key() {
        return permissionId == null ? applicationId : permissionId;
    }
}
