package dev.syncline.selfservice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What a user gives back: whole accounts, and single permissions. */
record ReleaseBody(
        @Size(max = 200, message = "At most 200 at once.") List<@NotNull UUID> accountIds,
        @Size(max = 200, message = "At most 200 at once.") List<@Valid @NotNull ReleasedPermission> permissions) {

    record ReleasedPermission(
            @NotNull(message = "Say which account holds it.") UUID accountId,
            @NotNull(message = "Say which permission.") UUID permissionId) {}

    ReleaseBody {
        accountIds = accountIds == null ? List.of() : accountIds;
        permissions = permissions == null ? List.of() : permissions;
    }
}
