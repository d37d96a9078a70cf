package dev.syncline.connectors;

import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A host that may not be connected to; the message is a sentence for whoever set it up. */
public final class RefusedDestination extends UnknownHostException {

    private static final long serialVersionUID = 1;

    public RefusedDestination(String sentence) {
        super(sentence);
    }

    /** The refusal behind a failure; null when there is none. */
    @SuppressWarnings("ReferenceEquality") // some are their own cause
    public static @Nullable RefusedDestination behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof RefusedDestination refused) {
                return refused;
            }
        }
        return null;
    }
}
