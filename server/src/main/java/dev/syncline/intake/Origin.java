package dev.syncline.intake;

import dev.syncline.identity.Act;
import dev.syncline.journal.Actor;
import dev.syncline.task.Cause;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something changes.
 *
 * @param cause null when the actor is cause enough
 * @param batchId null when it belongs to no batch
 */
public record Origin(Source source, Actor actor, @Nullable Cause cause, @Nullable UUID batchId, Priority priority) {

    private static final int MANY = 50;

    public Origin {
        Objects.requireNonNull(source);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(priority);
    }

    /** Something that follows from a change of users. What a batch causes belongs to it, and lets what a person waits for go first. */
    public static Origin following(Source source, Act act, Cause cause) {
        return new Origin(source, act.actor(), cause, act.batchId(), act.batchId() == null ? Priority.INTERACTIVE : Priority.BULK);
    }

    /** The same for one of many changes that are made together: from a certain number on they are bulk work. */
    public Origin oneOf(int changes) {
        return changes < MANY ? this : new Origin(source, actor, cause, batchId, Priority.BULK);
    }

    /** An administrator acting on an account. */
    public static Origin byHand(Actor actor) {
        return new Origin(Source.MANUAL, actor, null, null, Priority.INTERACTIVE);
    }
}
