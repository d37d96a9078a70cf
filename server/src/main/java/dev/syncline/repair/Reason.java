package dev.syncline.repair;

import dev.syncline.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Why a person decides over a task. It stays in the log.
 *
 * @param reason 1 to 1,000 characters
 */
public record Reason(String reason) {

    private static final int LONGEST = 1000;

    /** @throws ProblemException INVALID_INPUT when it says nothing or too much */
    String text() {
        return check(reason);
    }

    /** @throws ProblemException INVALID_INPUT when it says nothing or too much */
    public static String check(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "Give a reason; it stays in the log for whoever asks later.");
        }
        if (reason.strip().length() > LONGEST) {
            throw ProblemException.invalid("reason", "Give the reason in at most " + LONGEST + " characters.");
        }
        return reason.strip();
    }
}
