package dev.syncline.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of a group itself; who belongs to it is a change of users.
 *
 * @param before null when it was created
 * @param after null when it was deleted
 */
public record GroupChange(@Nullable Group before, @Nullable Group after) {

    /** As it is now; for a deleted one, as it was. */
    public Group now() {
        return after == null ? Objects.requireNonNull(before, "a change begins or ends with one") : after;
    }
}
