package dev.syncline.audit;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an act ended, with what became known on the way.
 *
 * @param actor who it turned out to be; null leaves what the intent says
 * @param code of the refusal; null for none
 * @param status HTTP; null when it did not come by a request
 * @param before JSON; null for nothing
 * @param after JSON; null for nothing
 */
record Ending(UUID id, Instant at, Outcome outcome, @Nullable String code, @Nullable Integer status, @Nullable Actor actor,
        @Nullable Subject subject, @Nullable UUID applicationId, @Nullable String reason, @Nullable String before,
        @Nullable String after, int times) {}
