package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Rights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a cookie or token stands for.
 *
 * @param rights what the caller may do now
 * @param step what has to be done before anything else is allowed
 * @param seenAt last use, as stored (a minute coarse); null when never used
 */
record Caller(Actor actor, Rights rights, Step step, @Nullable Instant seenAt) {}
