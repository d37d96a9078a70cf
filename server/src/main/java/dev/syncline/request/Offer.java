package dev.syncline.request;

import dev.syncline.connector.PermissionKind;
import java.util.UUID;

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
        PermissionKind permissionKind,
        String name,
        String description,
        String refusal) {

    Offer refused(String sentence) {
        return new Offer(applicationId, applicationName, permissionId, permissionKind, name, description, sentence);
    }

    UUID key() {
        return permissionId == null ? applicationId : permissionId;
    }
}
