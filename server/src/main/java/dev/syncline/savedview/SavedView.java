package dev.syncline.savedview;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A view of the log under a name.
 *
 * @param address of the list in the console, beginning with /log: filters, order and columns
 * @param shared whether all administrators see it, or its owner alone
 */
record SavedView(UUID id, String name, String address, boolean shared, UUID ownerId, String ownerName, int version, Instant updatedAt) {

    boolean isOf(Actor actor) {
        return ownerId.equals(actor.id());
    }

    boolean isSeenBy(Actor actor) {
        return shared || isOf(actor);
    }

    /** A program changes only views of its own; a person also what others share. */
    boolean mayBeChangedBy(Actor actor) {
        return isOf(actor) || shared && actor.kind() == Actor.Kind.ADMINISTRATOR;
    }
}
