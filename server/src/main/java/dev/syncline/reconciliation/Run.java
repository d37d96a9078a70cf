package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of what an application has, and its comparison with what is known here.
 *
 * @param objects what is read besides accounts
 * @param compared attributes of the mapping that were asked for
 * @param place the finding the comparing has come to; null before everything was matched
 * @param requests how many the reading took
 * @param failure why it ended early; null when it did not
 * @param evidence the last requests of a run that failed, masked; null otherwise
 * @param findingsDeletedAt since when its findings are gone; null while they are there
 * @param acting what is being done about all findings of a kind; null when nothing is
 */
record Run(
        UUID id,
        UUID applicationId,
        List<CorrelationRule> rules,
        List<ObjectType> objects,
        List<String> compared,
        Status status,
        Phase phase,
        @Nullable UUID place,
        int accountsRead,
        int objectsRead,
        int requests,
        @Nullable String failure,
        @Nullable String evidence,
        @Nullable Instant findingsDeletedAt,
        @Nullable Acting acting,
        Actor initiator,
        Instant createdAt,
        @Nullable Instant endedAt) {

    enum Status {
        RUNNING,
        /** Compared; what was found may be acted on. */
        DONE,
        CANCELLED,
        FAILED
    }

    enum Phase {
        READING,
        COMPARING
    }

    /**
     * An act on all findings of a kind, and how far it is. Stays with the run when it has ended.
     *
     * @param place the finding it has come to; null at the beginning
     * @param total findings there were when it was confirmed
     * @param refused those that could not be acted on
     */
    record Acting(Order order, UUID place, int total, int done, int refused, boolean underWay) {}
}
