package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes users, and in the course of what.
 *
 * @param applicationId the application whose accounts the same act changes by itself (an account import), so that nobody else changes
 *     them because of it; null for none
 * @param batchId the batch it belongs to, so that the tasks it causes can be found by it; null for none
 */
public record Act(Actor actor, @Nullable UUID applicationId, @Nullable UUID batchId) {

    public Act {
        Objects.requireNonNull(actor);
    }

    public Act(Actor actor, @Nullable UUID applicationId) {
        this(actor, applicationId, null);
    }

    public static Act by(Actor actor) {
        return new Act(actor, null, null);
    }
}
