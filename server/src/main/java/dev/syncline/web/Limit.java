package dev.syncline.web;

import dev.syncline.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many items a page may have. */
public final class Limit {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    private Limit() {}

    /**
     * @param limit as asked for; null for the default
     * @throws ProblemException INVALID_INPUT outside of 1 to {@value #MAX}
     */
    public static int of(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MAX) {
            throw ProblemException.invalid("limit", "limit must be between 1 and " + MAX + ", not " + limit + ".");
        }
        return limit;
    }
}
