package dev.syncline.lifecycle;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator gave a user and took away, with names as they were. */
record PermissionEdit(UUID id, UUID userId, List<Item> bound, List<Item> unbound, Actor actor, Instant at) {

    /** @param endsAt null for never */
    record Item(@Nullable UUID permissionId, String permission, UUID applicationId, String application, @Nullable Instant endsAt) {}
}
