package dev.syncline.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group as a client sees it.
 *
 * @param members how many belong to it
 */
public record GroupView(UUID id, String name, @Nullable String description, @Nullable String externalId, long members, int version,
        Instant createdAt, Instant updatedAt) {

    static GroupView of(Group group, long members) {
        return new GroupView(group.id(), group.name(), group.description(), group.externalId(), members, group.version(),
                group.createdAt(), group.updatedAt());
    }
}
