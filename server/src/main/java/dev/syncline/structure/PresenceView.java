package dev.syncline.structure;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.presence.Presence;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization or group of an application, as a list shows it.
 *
 * @param parent code of the organization it is below in the target; null for none
 * @param memberCount how many accounts the target was last told of; null for an organization
 * @param task the task that is under way or waits for a person; null when there is none
 */
record PresenceView(UUID id, ObjectType objectType, UUID objectId, String name, String code, @Nullable String parent,
        @Nullable Integer memberCount, @Nullable String remoteId, Presence.Status status, Instant updatedAt, @Nullable Pending task) {

    record Pending(UUID id, Action action, Status status, String waitReason) {}

    static PresenceView of(Presence presence, @Nullable Task task) {
        Object parent = presence.attributes().get(Presence.PARENT);
        return new PresenceView(presence.id(), presence.objectType(), presence.objectId(), presence.name(), presence.code(),
                parent == null ? null : parent.toString(), members(presence), presence.remoteId(), presence.status(), presence.updatedAt(),
                task == null ? null : new Pending(task.id(), task.action(), task.status(), task.waitReason()));
    }

    private static @Nullable Integer members(Presence presence) {
        if (presence.objectType() != ObjectType.GROUP) {
            return null;
        }
        return presence.attributes().get(Presence.MEMBERS) instanceof List<?> list ? list.size() : 0;
    }
}
