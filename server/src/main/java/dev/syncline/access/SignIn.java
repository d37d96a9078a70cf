package dev.syncline.access;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/** Somebody who signs in with user name and password. */
sealed interface SignIn permits Administrator, PortalUser {

    UUID id();

    String userName();

    String displayName();

    /** Argon2id in PHC string format; null for none. */
    String passwordHash();

    /** The password was made by the server and has to be replaced at the first sign-in. */
    boolean mustChange();

    /** Null when not locked. */
    Instant lockedUntil();

    Actor.Kind kind();

    default boolean locked(Instant now) {
        return lockedUntil() != null && now.isBefore(lockedUntil());
    }

    default Actor actor() {
        return new Actor(kind(), id(), displayName());
    }
}
