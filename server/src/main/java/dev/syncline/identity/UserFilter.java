package dev.syncline.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users; null means any.
 *
 * @param text part of the user name, display name or email
 * @param status when null, all but deleted ones
 */
public record UserFilter(@Nullable String text, @Nullable Set<UUID> organizationIds, User.@Nullable Status status) {

    public static final UserFilter ALL = new UserFilter(null, null, null);

    public UserFilter {
        organizationIds = organizationIds == null ? null : Set.copyOf(organizationIds);
    }
}
