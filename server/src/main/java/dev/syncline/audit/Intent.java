package dev.syncline.audit;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do. On record before it is done.
 *
 * @param actor null while nobody is known
 */
record Intent(UUID id, Instant at, @Nullable Actor actor, String act, @Nullable Subject subject, Whence whence) {}
