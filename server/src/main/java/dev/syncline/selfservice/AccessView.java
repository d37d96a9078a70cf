package dev.syncline.selfservice;

import dev.syncline.account.Account;
import dev.syncline.connector.Action;
import dev.syncline.connector.PermissionKind;
import dev.syncline.permission.Binding;
import dev.syncline.request.AccessRule.LastPermission;
import dev.syncline.selfservice.Why.Justification;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account as its user sees it.
 *
 * @param endsAt null for never
 * @param why reasons for the account itself; empty when somebody gave it by hand
 * @param refusal why it cannot be released, in a sentence; null when it can
 * @param onLastPermission what becomes of it when it, or its last permission, is released
 * @param task what is under way; null for nothing
 */
record AccessView(
        UUID accountId,
        UUID applicationId,
        String applicationName,
        String accountName,
        Account.Status status,
        @Nullable Instant endsAt,
        List<Justification> why,
        @Nullable String refusal,
        LastPermission onLastPermission,
        @Nullable UnderWay task,
        List<PermissionAccess> permissions) {

    record PermissionAccess(
            UUID permissionId,
            PermissionKind kind,
            String name,
            String description,
            Binding.Status status,
            @Nullable Instant endsAt,
            List<Justification> why,
            @Nullable String refusal) {}

    /** @param failureMessage null unless it failed: then an administrator looks after it */
    record UnderWay(UUID id, Action action, Status status, String failureMessage) {}
}
