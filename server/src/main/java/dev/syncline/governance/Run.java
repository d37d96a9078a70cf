package dev.syncline.governance;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a check, with what it was told at its beginning.
 *
 * @param place where the finding goes on: the last key looked at, "" at the beginning
 * @param listed accounts read from the target
 * @param fresh findings that were not there before
 * @param touching accounts it would change
 * @param acted findings something was done about
 * @param refused findings nothing could be done about
 * @param resolved earlier findings that are there no more
 * @param heldBecause why it waits for a person; null when it does not
 * @param failure why it ended early; null when it did not
 */
record Run(
        UUID id,
        UUID checkId,
        Family family,
        String name,
        UUID applicationId,
        Definition definition,
        Remedy remedy,
        Limits limits,
        boolean dryRun,
        Status status,
        Phase phase,
        String place,
        int listed,
        int found,
        int fresh,
        int touching,
        int acted,
        int refused,
        int adopted,
        int resolved,
        @Nullable String heldBecause,
        @Nullable String failure,
        Actor initiator,
        @Nullable Instant createdAt,
        @Nullable Instant endedAt) {

    enum Status {
        RUNNING,
        /** The safety stop: a person releases or cancels it. */
        HELD,
        DONE,
        CANCELLED,
        FAILED
    }

    enum Phase {
        /** The target's accounts are read. */
        READING,
        FINDING,
        ACTING
    }

    @Override
    public String toString() {
        return "the " + family.run() + " " + id + " of " + name;
    }
}
