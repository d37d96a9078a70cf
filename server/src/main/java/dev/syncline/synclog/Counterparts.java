package dev.syncline.synclog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.Action;
import java.time.Instant;
import java.util.UUID;

/**
 * Tasks that went well, to hold another one against.
 *
 * @param sameObject the last one of the same object, of the same action if there is one; null when none is found
 * @param sameKind the last one of another object of the same application, type and action; null when none is found
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Counterparts(Success sameObject, Success sameKind) {

    /** A task the target carried out; one that was confirmed by a person shows no request that worked. */
    record Success(UUID id, String objectName, Action action, Instant openedAt, Instant settledAt) {}
}
