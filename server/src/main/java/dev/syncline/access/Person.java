package dev.syncline.access;

import dev.syncline.rights.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator as one who administers access sees it.
 *
 * @param user the user who the administrator is; null for none
 * @param applications those an application owner sees; empty without that role
 * @param mustChangePassword has not signed in since a one-time password was made
 * @param lockedUntil until when too many wrong passwords keep it out; null when they do not
 * @param disabledAt null when not disabled
 */
record Person(
        UUID id,
        String userName,
        String displayName,
        Set<Role> roles,
        @Nullable Named user,
        List<Named> applications,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        @Nullable Instant disabledAt,
        Instant createdAt,
        int version) {

    record Named(UUID id, @Nullable String name) {}

    Person with(Set<Role> theirRoles, List<Named> owned, @Nullable Instant locked) {
        return new Person(id, userName, displayName, theirRoles, user, owned, mustChangePassword, locked, disabledAt, createdAt, version);
    }
}
