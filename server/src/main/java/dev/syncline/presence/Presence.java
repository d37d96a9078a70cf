package dev.syncline.presence;

import dev.syncline.connector.ObjectType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization or a group in one application.
 *
 * @param id also names the line of its tasks
 * @param objectId the organization or group, which may be deleted already
 * @param code what tasks name it by: an organization's code, a group's name
 * @param remoteId the target's id; null while it is not known
 * @param attributes the values the target is known to have, by the names the mapping uses, secrets left out
 */
public record Presence(
        UUID id,
        UUID applicationId,
        ObjectType objectType,
        UUID objectId,
        String name,
        String code,
        @Nullable String remoteId,
        Status status,
        Map<String, Object> attributes,
        Instant createdAt,
        Instant updatedAt) {

    /** The attribute that names the organization something is in, by its code; the target's id is put in its place when it is sent. */
    public static final String PARENT = "@parent";

    /** The attribute that names the accounts a group has; the target's ids are put in their place when it is sent. */
    public static final String MEMBERS = "@members";

    public enum Status {
        /** Wanted, not yet there. */
        REQUESTED,
        ACTIVE,
        DELETING
    }

    public Presence {
        Objects.requireNonNull(id);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** An object of an application, by what it is in the platform. */
    public record Key(UUID applicationId, ObjectType objectType, @Nullable UUID objectId) {}

    public Key key() {
        return new Key(applicationId, objectType, objectId);
    }
}
