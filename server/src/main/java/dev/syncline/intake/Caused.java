package dev.syncline.intake;

import java.util.Objects;

/** A change of an account and why it is made. */
public record Caused(AccountChange change, Origin origin) {
    public Caused {
        Objects.requireNonNull(change);
        Objects.requireNonNull(origin);
    }
}
