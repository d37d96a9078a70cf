package dev.syncline.intake;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.connector.PermissionRef;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.permission.Permission;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changes are worked out from, read once for all of them.
 *
 * @param namesakes by application: the accounts that have a name an update asks for, by name in lower case
 */
record Situation(
        Map<UUID, Application> applications,
        Map<UUID, Set<String>> secretAttributes,
        Map<UUID, Outlook> outlooks,
        Map<UUID, User> users,
        Map<UUID, Organization> organizations,
        Map<UUID, Permission> permissions,
        Map<UUID, Map<String, Account>> namesakes) {

    /** Whether another account of the application has this name, whatever its case. */
    boolean isNameTaken(UUID applicationId, String name, UUID except) {
        Account namesake = namesakes.getOrDefault(applicationId, Map.of()).get(name.toLowerCase(Locale.ROOT));
        return namesake != null && !namesake.id().equals(except);
    }

    Application applicationOf(Account account) {
        return Objects.requireNonNull(applications.get(account.applicationId()), "the application of every account was read with it");
    }

    Set<String> secretsOf(UUID applicationId) {
        return Objects.requireNonNull(secretAttributes.get(applicationId), "they were read for every application");
    }

    /** One that was checked to be there, or is held. */
    PermissionRef permission(@Nullable UUID id) {
        return Objects.requireNonNull(permissions.get(id), "the permissions that are named or held were read").ref();
    }

    Subject subject(User user) {
        return Subject.of(user, user.organizationId() == null ? null : organizations.get(user.organizationId()));
    }
}
