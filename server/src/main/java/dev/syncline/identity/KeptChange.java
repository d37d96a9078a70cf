package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.time.Instant;

/** A change of a user as it was kept, with who made it and when. */
public record KeptChange(UserChange change, Actor actor, Instant at) {}
