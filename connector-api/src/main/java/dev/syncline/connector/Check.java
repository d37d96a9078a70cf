package dev.syncline.connector;

import java.util.Objects;

/** The result of trying a connection: whether it works, and a sentence that names the remedy when it does not. */
public record Check(boolean ok, String message) {
    public Check {
        Objects.requireNonNull(message);
    }
}
