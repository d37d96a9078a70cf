package dev.syncline.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as a member of a group.
 *
 * @param id of the user
 * @param email null for none
 * @param since when the user came into the group
 */
public record GroupMember(UUID id, String userName, String displayName, @Nullable String email, User.Status status, Instant since) {}
