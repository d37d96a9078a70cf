package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry in the history of an account or presence: which run put it here, or brought it into line.
 *
 * @param objectId the account or presence
 * @param subjectId the user, organization or group it was given to; null for nobody
 */
record Link(
        UUID id,
        UUID runId,
        UUID applicationId,
        ObjectType objectType,
        UUID objectId,
        String name,
        String remoteId,
        UUID subjectId,
        Order.Act act,
        Actor actor,
        Instant linkedAt) {}
