package dev.syncline.audit;

/** How an act ended. */
public enum Outcome {
    DONE,
    /** Nothing was done, and the one who asked was told why. */
    REFUSED,
    /** An error of our own. */
    FAILED,
    /** An idempotency key brought the answer of the first request again. */
    REPEATED,
    /** The server stopped before it was over. */
    UNKNOWN;

    static Outcome of(int status) {
        if (status >= 500) {
            return FAILED;
        }
        return status >= 400 ? REFUSED : DONE;
    }
}
