package dev.syncline.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.PermissionKind;
import dev.syncline.journal.Veil;
import dev.syncline.permission.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as a client sees it, with the names that belong to it.
 *
 * @param bindings only in the detail of one account; absent in lists
 * @param lastSignInAt the last sign-in in the target that was read from it or reported; null for none
 * @param openTaskId its earliest task that is not settled; null for none
 */
public record AccountView(
        UUID id,
        UUID applicationId,
        String applicationName,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable String userDisplayName,
        String name,
        @Nullable String remoteId,
        Account.Status status,
        Map<String, Object> attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BindingView> bindings,
        @Nullable Instant lastSignInAt,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID openTaskId) {

    /** For a reader who may not see personal values. */
    AccountView behind(Veil veil) {
        return new AccountView(id, applicationId, applicationName, userId, userName, userDisplayName, name, remoteId, status,
                veil.values(attributes), bindings, lastSignInAt, version, createdAt, updatedAt, openTaskId);
    }

    public record BindingView(PermissionName permission, Binding.Status status, @Nullable Instant endsAt) {}

    public record PermissionName(UUID id, PermissionKind kind, String name, String value) {}
}
