package dev.syncline.bulk;

import dev.syncline.identity.User;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which users get an account, and with which permissions. */
record ProvisioningOptions(Filter filter, List<UUID> permissionIds) {

    ProvisioningOptions {
        filter = filter == null ? Filter.ENABLED_USERS : filter;
        permissionIds = permissionIds == null ? List.of() : permissionIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    /**
     * @param includeSubOrganizations whether the organizations below count too; left out, they do not
     * @param status left out, enabled users
     * @param q part of the user name, display name or email
     * @param expression CEL over user and organization that must be true; a user for whom it fails does not match
     */
    record Filter(
            @Nullable UUID organizationId, Boolean includeSubOrganizations, User.Status status, @Nullable String q, @Nullable String expression) {

        static final Filter ENABLED_USERS = new Filter(null, false, User.Status.ENABLED, null, null);

        Filter {
            includeSubOrganizations = includeSubOrganizations != null && includeSubOrganizations;
            status = status == null ? User.Status.ENABLED : status;
            expression = expression == null || expression.isBlank() ? null : expression;
        }
    }
}
