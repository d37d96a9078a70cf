package dev.syncline.access;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A local administrator.
 *
 * @param passwordHash Argon2id in PHC string format; null for none
 * @param mustChange the password was made by the server and has to be replaced at the first sign-in
 * @param failedAttempts wrong passwords since the last right one
 * @param lockedUntil null when not locked
 */
record Administrator(
        UUID id, String userName, String displayName, String passwordHash, boolean mustChange, int failedAttempts, Instant lockedUntil)
        implements SignIn {

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.ADMINISTRATOR;
    }

    /** The hash is nobody's business. */
    @Override
    public String toString() {
        return "Administrator[" + userName + "]";
    }
}
