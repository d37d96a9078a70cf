package dev.syncline.policy;

import dev.syncline.connector.PermissionKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user would gain, lose or keep; permission id, name and kind are null for the account itself. */
record LineView(
        UUID userId,
        @Nullable String userName,
        @Nullable String userDisplayName,
        Line.Kind kind,
        UUID applicationId,
        String applicationName,
        @Nullable UUID permissionId,
        @Nullable String permissionName,
        @Nullable PermissionKind permissionKind,
        UUID policyId,
        String policyName) {}
