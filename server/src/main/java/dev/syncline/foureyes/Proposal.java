package dev.syncline.foureyes;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act somebody wants to do that needs a second person.
 *
 * @param subject what it is about, in words
 * @param applications what it touches: who decides has the right in all of them
 * @param content what the act was asked for with, as JSON
 * @param reason what the proposer said; may be null
 * @param person the administrator behind the proposer
 * @param decidedBy null unless somebody approved or declined
 * @param decision what that person said, or why it lapsed; may be null
 */
public record Proposal(
        UUID id,
        Kind kind,
        UUID subjectId,
        String subject,
        Scope applications,
        String content,
        @Nullable String reason,
        Status status,
        Actor proposer,
        UUID person,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decision) {

    public enum Status {
        OPEN,
        APPROVED,
        DECLINED,
        /** By who proposed it. */
        WITHDRAWN,
        /** Nobody decided in time. */
        EXPIRED,
        /** When somebody approved, who had proposed it could no longer have done it. */
        LAPSED
    }
}
