package dev.syncline.access;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator.
 *
 * @param passwordHash Argon2id in PHC string format; null for none
 * @param mustChange the password was made by the server and has to be replaced at the first sign-in
 * @param disabledAt since when the administrator cannot sign in; null for never
 */
record Administrator(UUID id, String userName, String displayName, @Nullable String passwordHash, boolean mustChange, @Nullable Instant disabledAt)
        implements SignIn {

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.ADMINISTRATOR;
    }

    boolean enabled() {
        return disabledAt == null;
    }

    /** The hash is nobody's business. */
    @Override
    public String toString() {
        return "Administrator[" + userName + "]";
    }
}
