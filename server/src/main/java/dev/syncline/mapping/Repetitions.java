package dev.syncline.mapping;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long a regular expression becomes when its repetitions are written out, as RE2 does before it looks at the first character:
 * {@code ((a{1000}){1000}){1000}} would be a thousand million states.
 */
final class Repetitions {

    private static final Pattern COUNTED = Pattern.compile("(\\)?)\\{(\\d+)(?:,(\\d*))?\\}");

    private Repetitions() {}

    /**
     * At least as many states as it gets. Repetitions of groups may lie in each other, so they are multiplied; those of single characters
     * and classes cannot, so they are added.
     */
    static long states(String expression) {
        long[] states = {expression.length(), 1};
        COUNTED.matcher(expression).results().forEach(found -> {
            if (found.group(1).isEmpty()) {
                states[0] += 2 * most(found);
            } else {
                states[1] = Math.min(Integer.MAX_VALUE, states[1] * Math.max(1, most(found)));
            }
        });
        return states[0] * states[1];
    }

    private static long most(MatchResult repetition) {
        String upper = repetition.group(3) == null || repetition.group(3).isEmpty() ? repetition.group(2) : repetition.group(3);
        // What is longer is refused by RE2 itself, which allows 1000.
        return upper.length() > 4 ? 10_000 : Long.parseLong(upper);
    }
}
