package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Rights;
import java.time.Instant;

/**
 * Who a cookie or token stands for.
 *
 * @param rights what the caller may do now
 * @param mustChange nothing but the change of the password is allowed
 * @param seenAt last use, as stored (a minute coarse); null when never used
 */
record Caller(Actor actor, Rights rights, boolean mustChange, Instant seenAt) {}
