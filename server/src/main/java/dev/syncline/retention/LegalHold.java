package dev.syncline.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param subjectName what it names is called; null where nothing says it any more
 * @param liftedAt null while it stands
 */
record LegalHold(UUID id, SubjectType subjectType, UUID subjectId, @Nullable String subjectName, String reason, Instant placedAt,
        String placedBy, @Nullable Instant liftedAt, @Nullable String liftedBy, @Nullable String liftReason) {

    enum SubjectType {
        /** Everything of a person. */
        USER,
        /** Everything in an application. */
        APPLICATION,
        /** One task. */
        TASK
    }
}
