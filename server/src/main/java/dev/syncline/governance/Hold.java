package dev.syncline.governance;

import java.util.UUID;

/**
 * Something a finding is about.
 *
 * @param permissionId null for the account itself
 * @param side of a separation of duties; null otherwise
 */
record Hold(UUID accountId, UUID permissionId, Definition.Side side) {}
