package dev.syncline.identity;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a user.
 *
 * @param id of the record that is kept of it
 * @param before null when the user was created
 */
public record UserChange(UUID id, @Nullable User before, User after) {

    public boolean created() {
        return before == null;
    }

    public boolean moved() {
        return before != null && !Objects.equals(before.organizationId(), after.organizationId());
    }

    public boolean became(User.Status status) {
        return after.status() == status && (before == null || before.status() != status);
    }
}
