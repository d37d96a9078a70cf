package dev.syncline.failure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.failure.FailureGroup.State;
import dev.syncline.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a client decides about a group; what only the server knows may come along and is passed over.
 *
 * @param state OPEN, ACKNOWLEDGED or RESOLVED; CAME_BACK only to leave a group that came back as it is
 * @param owner an administrator or any name; null or blank for nobody
 * @param reason kept with the change of state; may be left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GroupBody(State state, String owner, String reason) {

    private static final int LONGEST_OWNER = 200;
    private static final int LONGEST_TEXT = 2_000;

    record Decision(State state, @Nullable String owner, @Nullable String reason) {}

    Decision decision(State now) {
        if (state == null) {
            throw ProblemException.invalid("state", "Say which state the group is in now: OPEN, ACKNOWLEDGED or RESOLVED.");
        }
        if (state == State.CAME_BACK && now != State.CAME_BACK) {
            throw ProblemException.invalid("state", "A group comes back by itself, with its next failure. Choose OPEN, ACKNOWLEDGED or RESOLVED.");
        }
        return new Decision(state, limited("owner", owner, LONGEST_OWNER), limited("reason", reason, LONGEST_TEXT));
    }

    /** @throws ProblemException INVALID_INPUT when a note says nothing or too much */
    static String note(String text) {
        String note = limited("text", text, LONGEST_TEXT);
        if (note == null) {
            throw ProblemException.invalid("text", "Write what others should know about this failure.");
        }
        return note;
    }

    private static @Nullable String limited(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw ProblemException.invalid(field, "\"" + field + "\" takes at most " + longest + " characters.");
        }
        return text.strip();
    }
}
