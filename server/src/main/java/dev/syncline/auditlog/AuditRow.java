package dev.syncline.auditlog;

import dev.syncline.audit.Outcome;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit as it is listed.
 *
 * @param act stable code: "applications.change", "sign-in"
 * @param outcome null while under way
 * @param code of a refusal: the code of the problem document
 * @param times how many alike refusals of one minute this row stands for
 */
record AuditRow(UUID id, @Nullable Instant at, Who actor, String act, What object, UUID applicationId, String reason, String remoteAddress,
        @Nullable Outcome outcome, String code, Integer status, int times) {

    /** @param kind null where nobody was known: a sign-in that failed, a token that was refused */
    record Who(Actor.@Nullable Kind kind, UUID id, String name) {}

    /** What the act was about. Id and name are null where it has none. */
    record What(String type, String id, String name) {}
}
