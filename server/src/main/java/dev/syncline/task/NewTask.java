package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task to open.
 *
 * @param objectId the account (organization, group) it is about; also names the line it runs in
 * @param userId null for an orphan account
 * @param userName display name of the user, kept as it was
 * @param secrets values of the secret attributes in {@code parameters}, in clear; sealed before they are stored
 * @param remoteId the target's id as known now, for the reader; the runner looks it up again
 * @param cause null when the initiator is cause enough
 * @param batchId null when it belongs to no batch
 * @param invalid why the request cannot be built (a mapping's error, naming the attribute); null when it can. The task then fails as
 *     INVALID in its turn, without anything being sent
 * @param waitsFor tasks of other lines that have to be settled first; those of accounts only for an organization. What takes access away never
 *     waits. One that is settled already is forgotten, and one that is superseded followed to its successor
 */
public record NewTask(
        UUID applicationId,
        String applicationName,
        ObjectType objectType,
        UUID objectId,
        @Nullable String objectName,
        @Nullable UUID userId,
        @Nullable String userName,
        Action action,
        Source source,
        Parameters parameters,
        Map<String, String> secrets,
        @Nullable String remoteId,
        Priority priority,
        Actor initiator,
        @Nullable Cause cause,
        @Nullable UUID batchId,
        @Nullable String invalid,
        List<UUID> waitsFor) {

    public NewTask {
        Objects.requireNonNull(applicationId);
        Objects.requireNonNull(applicationName);
        Objects.requireNonNull(objectType);
        Objects.requireNonNull(objectId);
        Objects.requireNonNull(objectName);
        Objects.requireNonNull(action);
        Objects.requireNonNull(source);
        Objects.requireNonNull(parameters);
        secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
        Objects.requireNonNull(priority);
        Objects.requireNonNull(initiator);
        waitsFor = waitsFor.stream().distinct().toList();
        if (!waitsFor.isEmpty() && objectType == ObjectType.ACCOUNT && parameters.onlyTakesAway(action)) {
            throw new IllegalArgumentException("What takes access away never waits: " + action + " " + objectName);
        }
    }

    /** A task that waits for none but those before it in its line. */
    public NewTask(UUID applicationId, String applicationName, ObjectType objectType, UUID objectId, @Nullable String objectName, UUID userId,
            String userName, Action action, Source source, Parameters parameters, Map<String, String> secrets, String remoteId,
            Priority priority, Actor initiator, Cause cause, UUID batchId, @Nullable String invalid) {
        this(applicationId, applicationName, objectType, objectId, objectName, userId, userName, action, source, parameters, secrets,
                remoteId, priority, initiator, cause, batchId, invalid, List.of());
    }

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "NewTask[" + action + " " + objectName + " in " + applicationName + ", " + parameters + "]";
    }
}
