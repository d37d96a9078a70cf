package dev.syncline.connectors;

import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host that may not be connected to; the message is a sentence for whoever set it up. */
public final class RefusedDestination extends UnknownHostException {

    private static final long serialVersionUID = 1;

    public RefusedDestination(String sentence) {
        super(sentence);
    }

    /** What a failure says when there is such a refusal behind it. */
    @SuppressWarnings("ReferenceEquality") // some are their own cause
    public static Optional<String> sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof RefusedDestination refused) {
                return Optional.ofNullable(refused.getMessage());
            }
        }
        return Optional.empty();
    }
}
