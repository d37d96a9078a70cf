package dev.syncline.account;

import java.util.UUID;

/**
 * An account that is wanted.
 *
 * @param userId null for an orphan
 */
public record RequestedAccount(UUID id, UUID applicationId, UUID userId, String name) {}
