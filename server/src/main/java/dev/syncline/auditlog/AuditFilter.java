package dev.syncline.auditlog;

import dev.syncline.audit.Outcome;
import dev.syncline.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which entries are asked for. Several values of one filter mean any of them, different filters all of them; null or empty means any. */
record AuditFilter(
        @Parameter(description = "Ids of those who acted.") List<UUID> actor,
        @Parameter(description = "Codes of acts, or their beginning up to a dot: \"applications\".") List<String> act,
        @Parameter(description = "Types of objects: \"application\".") List<String> objectType,
        @Parameter(description = "Ids of objects.") List<String> objectId,
        @Parameter(description = "Ids of applications the acts concern.") List<UUID> application,
        List<Outcome> outcome,
        @Parameter(description = "At this instant or later.") Instant from,
        @Parameter(description = "Before this instant.") Instant to,
        @Parameter(description = "A part of the name of the actor or object, of the reason, or the whole remote address or request id.") String q) {

    private static final int LONGEST_SEARCH = 200;

    AuditFilter {
        actor = actor == null ? List.of() : actor;
        act = act == null ? List.of() : act;
        objectType = objectType == null ? List.of() : objectType;
        objectId = objectId == null ? List.of() : objectId;
        application = application == null ? List.of() : application;
        outcome = outcome == null ? List.of() : outcome;
        q = q == null || q.isBlank() ? null : q.strip();
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("from", "\"from\" must be before \"to\".");
        }
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw ProblemException.invalid("q", "Search for at most " + LONGEST_SEARCH + " characters.");
        }
    }

    AuditFilter before(Instant end) {
        return to != null && !end.isBefore(to) ? this
                : new AuditFilter(actor, act, objectType, objectId, application, outcome, from, end, q);
    }
}
