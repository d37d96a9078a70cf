package dev.syncline.retention;

import java.util.List;
import java.util.UUID;

/**
 * What an erasure would erase.
 *
 * @param name to be typed as the confirmation
 * @param unsettled tasks that have to be settled first
 * @param stillThere whether the user is still kept, and has to be deleted first
 * @param holds legal holds that forbid it
 */
record ErasurePlan(UUID userId, String name, long tasks, long payloads, long entries, long unsettled, boolean stillThere, List<LegalHold> holds) {}
