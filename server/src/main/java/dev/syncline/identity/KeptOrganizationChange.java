package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/** A change of an organization as it was kept, with who made it and when. */
record KeptOrganizationChange(UUID id, OrganizationChange change, Actor actor, Instant at) {}
