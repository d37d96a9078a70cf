package dev.syncline.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param liftedAt null while it stands */
record LegalHold(UUID id, SubjectType subjectType, UUID subjectId, String reason, @Nullable Instant placedAt, String placedBy, @Nullable Instant liftedAt,
        String liftedBy, String liftReason) {

    enum SubjectType {
        /** Everything of a person. */
        USER,
        /** Everything in an application. */
        APPLICATION,
        /** One task. */
        TASK
    }
}
