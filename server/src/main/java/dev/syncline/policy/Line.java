package dev.syncline.policy;

import java.util.UUID;

/**
 * What an evaluation means for one user and one thing.
 *
 * @param rule the version that decided
 */
record Line(UUID userId, Target target, Kind kind, Rule rule) {

    enum Kind {
        /** The user did not have it, or could not use it, and is to have it. */
        GAINED,
        /** The user had it, and nothing justifies it any more. */
        LOST,
        /** A policy wants it or ends wanting it, and the user goes on having it. */
        KEPT,
        /** Nothing justifies it any more, and the policy says to leave it as it is. */
        LEFT
    }
}
