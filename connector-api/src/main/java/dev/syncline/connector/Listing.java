package dev.syncline.connector;

import java.util.Objects;

/** How listing a target's accounts, organizations or groups ended. */
public sealed interface Listing {

    /** All of them were handed over. */
    record Complete() implements Listing {}

    /** The taker wanted no more. */
    record LeftOff() implements Listing {}

    /** It cannot be listed, or not to the end, and why. What was handed over before is true. Also the answer without the capability. */
    record Failed(String message) implements Listing {
        public Failed {
            Objects.requireNonNull(message);
        }
    }
}
