package dev.syncline.intake;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.permission.Permission;
import java.util.Locale;
import java.util.Map;
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

    Subject subject(@Nullable User user) {
        return Subject.of(user, user.organizationId() == null ? null : organizations.get(user.organizationId()));
    }
}
