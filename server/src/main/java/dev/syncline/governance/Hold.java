package dev.syncline.governance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a finding is about.
 *
 * @param permissionId null for the account itself
 * @param side of a separation of duties; null otherwise
 */
record Hold(UUID accountId, @Nullable UUID permissionId, Definition.@Nullable Side side) {}
