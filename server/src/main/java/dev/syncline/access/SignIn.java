package dev.syncline.access;

import dev.syncline.journal.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in with user name and password. */
sealed interface SignIn permits Administrator, PortalUser {

    UUID id();

    String userName();

    String displayName();

    /** Argon2id in PHC string format; null for none. */
    @Nullable String passwordHash();

    /** The password was made by the server and has to be replaced at the first sign-in. */
    boolean mustChange();

    Actor.Kind kind();

    default Actor actor() {
        return new Actor(kind(), id(), displayName());
    }
}
