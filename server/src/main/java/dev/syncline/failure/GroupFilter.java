package dev.syncline.failure;

import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which groups; null and empty sets mean any.
 *
 * @param visible where the reader sees tasks at all
 * @param standing only groups of which tasks stand failed, or only those of which none does
 * @param q text of the pattern or the latest message, in any case
 */
record GroupFilter(
        Set<UUID> applications,
        Set<FailureKind> kinds,
        Set<FailureGroup.State> states,
        @Nullable Boolean standing,
        @Nullable String q,
        Scope visible) {}
