package dev.syncline.task;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from how an attempt ended. */
public sealed interface Verdict {

    /** @param remoteId null keeps the known one; {@code note} may be null */
    record Succeed(@Nullable String remoteId, @Nullable String note) implements Verdict {}

    /** The target answers later, until then at the latest. */
    record Await(@Nullable String remoteId, Instant dueAt) implements Verdict {
        public Await {
            Objects.requireNonNull(dueAt);
        }
    }

    /**
     * Another attempt later.
     *
     * @param counted whether this attempt counts against the limit
     * @param reason why it waits, in words
     */
    record RetryLater(FailureKind kind, String message, Instant dueAt, boolean counted, String reason) implements Verdict {
        public RetryLater {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(message);
            Objects.requireNonNull(dueAt);
        }
    }

    /** It waits for a person. */
    record Fail(FailureKind kind, String message) implements Verdict {
        public Fail {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(message);
        }
    }
}
