package dev.syncline.retention;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure would erase.
 *
 * @param name to be typed as the confirmation; null where no task says it, then the id is
 * @param unsettled tasks that have to be settled first
 * @param stillThere whether the user is still kept, and has to be deleted first
 * @param holds legal holds that forbid it
 */
record ErasurePlan(UUID userId, @Nullable String name, long tasks, long payloads, long entries, long unsettled, boolean stillThere,
        List<LegalHold> holds) {}
