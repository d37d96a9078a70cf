package dev.syncline.audit;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * How an act ended, with what became known on the way.
 *
 * @param actor who it turned out to be; null leaves what the intent says
 * @param code of the refusal; null for none
 * @param status HTTP; null when it did not come by a request
 * @param before JSON; null for nothing
 * @param after JSON; null for nothing
 */
record Ending(UUID id, Instant at, Outcome outcome, String code, Integer status, Actor actor, Subject subject, UUID applicationId,
        String reason, String before, String after, int times) {}
