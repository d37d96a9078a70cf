package dev.syncline.expiry;

import java.util.UUID;

/**
 * An account that ends, or holds what ends.
 *
 * @param userId null for an orphan
 */
record Due(UUID accountId, UUID userId) {}
