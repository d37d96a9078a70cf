package dev.syncline.audit;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is about to do. On record before it is done.
 *
 * @param actor null while nobody is known
 */
record Intent(UUID id, Instant at, Actor actor, String act, Subject subject, Whence whence) {}
