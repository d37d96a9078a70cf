package dev.syncline.connector;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How one attempt ended, as a value. A connector throws only for bugs of its own; everything a target can do is one of these.
 * Messages are sentences for an administrator: what the target said, without secrets.
 */
public sealed interface Outcome {

    /**
     * The target is now as the change wants it.
     *
     * @param remoteId the target's id of the object, where it has one; empty keeps the known one
     * @param note what a reader should know about how it came about ("adopted an existing entry", "was not there"), or empty
     */
    record Done(Optional<String> remoteId, Optional<String> note) implements Outcome {
        public Done {
            Objects.requireNonNull(remoteId);
            Objects.requireNonNull(note);
        }

        public static Done of(String remoteId) {
            return new Done(Optional.of(remoteId), Optional.empty());
        }

        public static Done noted(String note) {
            return new Done(Optional.empty(), Optional.of(note));
        }
    }

    /** The target took the change and will answer at the callback address. */
    record Accepted(Optional<String> remoteId) implements Outcome {
        public Accepted {
            Objects.requireNonNull(remoteId);
        }
    }

    /**
     * The target said no, and will say no again. Also the answer for a capability the target does not have.
     *
     * @param code the target's own code ("409", "68 entryAlreadyExists"), short
     */
    record Refused(String code, String message) implements Outcome {
        public Refused {
            Objects.requireNonNull(code);
            Objects.requireNonNull(message);
        }
    }

    /**
     * The target asks to come back later. Counts as no attempt.
     *
     * @param retryAfter empty when the target named no time
     * @param reach who has to wait
     */
    record Throttled(Optional<Duration> retryAfter, String message, Reach reach) implements Outcome {

        /** Whom a target's limit holds. */
        public enum Reach {
            /** Every change of the application: the target counts all requests together. */
            TARGET,
            /** This change alone: the target counts each operation by itself, and the connector keeps the others from asking in vain. */
            OPERATION
        }

        public Throttled {
            Objects.requireNonNull(retryAfter);
            Objects.requireNonNull(message);
            Objects.requireNonNull(reach);
        }

        public Throttled(Optional<Duration> retryAfter, String message) {
            this(retryAfter, message, Reach.TARGET);
        }
    }

    /** The target could not be reached or said it cannot serve now; nothing was done. */
    record Unavailable(String message) implements Outcome {
        public Unavailable {
            Objects.requireNonNull(message);
        }
    }

    /** The request was sent, and whether it took effect is not known: a time-out or a broken connection after sending. */
    record Unclear(String message) implements Outcome {
        public Unclear {
            Objects.requireNonNull(message);
        }
    }

    /** The request could not be built from the change; nothing was sent. Names the attribute or setting at fault. */
    record Invalid(String message) implements Outcome {
        public Invalid {
            Objects.requireNonNull(message);
        }
    }
}
