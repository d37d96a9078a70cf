package dev.syncline.policy;

import dev.syncline.connector.PermissionKind;
import java.util.UUID;

/** What a user would gain, lose or keep; permission id, name and kind are null for the account itself. */
record LineView(
        UUID userId,
        String userName,
        String userDisplayName,
        Line.Kind kind,
        UUID applicationId,
        String applicationName,
        UUID permissionId,
        String permissionName,
        PermissionKind permissionKind,
        UUID policyId,
        String policyName) {}
