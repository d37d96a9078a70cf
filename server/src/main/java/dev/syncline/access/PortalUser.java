package dev.syncline.access;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of the platform who was invited to the portal.
 *
 * @param oneTimeUntil until when the one-time password is good; null once the user has an own one
 */
record PortalUser(
        UUID id, String userName, String displayName, @Nullable String passwordHash, boolean mustChange, @Nullable Instant oneTimeUntil)
        implements SignIn {

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.USER;
    }

    boolean expired(Instant now) {
        return oneTimeUntil != null && !now.isBefore(oneTimeUntil);
    }

    /** The hash is nobody's business. */
    @Override
    public String toString() {
        return "PortalUser[" + userName + "]";
    }
}
