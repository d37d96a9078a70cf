package dev.syncline.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready for storage: redacted, cut to size, encoded.
 *
 * @param seq number of the exchange within its attempt; request and answer share it
 * @param size characters of the body before cutting
 * @param cut characters of the body that were not kept
 */
public record WireMessage(
        UUID taskId,
        int attempt,
        int seq,
        Kind kind,
        Instant at,
        @Nullable String protocol,
        @Nullable String operation,
        @Nullable String target,
        @Nullable String status,
        int codec,
        byte[] body,
        int size,
        int cut) {

    public enum Kind {
        REQUEST,
        RESPONSE,
        /** No answer came. */
        BROKEN
    }
}
