package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.util.Objects;
import java.util.UUID;

/**
 * Who changes users, and in the course of what.
 *
 * @param applicationId the application whose accounts the same act changes by itself (an account import), so that nobody else changes
 *     them because of it; null for none
 */
public record Act(Actor actor, UUID applicationId) {

    public Act {
        Objects.requireNonNull(actor);
    }

    public static Act by(Actor actor) {
        return new Act(actor, null);
    }
}
