package dev.syncline.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of an organization.
 *
 * @param before null when it was created
 * @param after null when it was deleted
 */
public record OrganizationChange(@Nullable Organization before, @Nullable Organization after) {

    /** As it is now; for a deleted one, as it was. */
    public Organization now() {
        return after == null ? Objects.requireNonNull(before, "a change begins or ends with one") : after;
    }

    /** Only the version differs: it was saved as it was. */
    boolean changesNothing() {
        return before != null && after != null && before.code().equals(after.code()) && before.name().equals(after.name())
                && Objects.equals(before.parentId(), after.parentId());
    }
}
