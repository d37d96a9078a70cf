package dev.syncline.intake;

import dev.syncline.application.Application;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.permission.Permission;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything that changes are worked out from, read once for all of them. */
record Situation(
        Map<UUID, Application> applications,
        Map<UUID, Set<String>> secretAttributes,
        Map<UUID, Outlook> outlooks,
        Map<UUID, User> users,
        Map<UUID, Organization> organizations,
        Map<UUID, Permission> permissions) {

    Subject subject(User user) {
        return Subject.of(user, user.organizationId() == null ? null : organizations.get(user.organizationId()));
    }
}
