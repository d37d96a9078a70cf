package dev.syncline.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that is wanted.
 *
 * @param userId null for an orphan
 */
public record RequestedAccount(UUID id, UUID applicationId, UUID userId, @Nullable String name) {}
