package dev.syncline.intake;

import dev.syncline.task.Parameters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values on their way into a task: the secret ones apart from the others.
 *
 * @param shown target to value, secret ones replaced by the marker
 * @param secrets their values
 */
record Values(Map<String, Object> shown, Map<String, String> secrets) {

    private static final int MAX_TEXT = 100_000;

    static Values of(Map<String, Object> attributes, Set<String> secretTargets) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, String> secrets = new HashMap<>();
        attributes.forEach((target, value) -> {
            if (value != null && secretTargets.contains(target)) {
                shown.put(target, Parameters.SECRET);
                secrets.put(target, value.toString());
            } else {
                shown.put(target, value);
            }
        });
        return new Values(shown, secrets);
    }

    /** A sentence about the first value that no attribute can have. */
    static Optional<String> complaint(Map<String, Object> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().isBlank() || !isValue(attribute.getValue()))
                .map(attribute -> "The attribute \"" + attribute.getKey() + "\" must be a text of at most " + MAX_TEXT
                        + " characters, a number, true or false, a list of these, or null.")
                .findFirst();
    }

    private static boolean isValue(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.length() <= MAX_TEXT && text.indexOf('\0') < 0 && !text.equals(Parameters.SECRET);
            // What is larger than a double can hold was read as infinite.
            case Double number -> Double.isFinite(number);
            case Number _, Boolean _ -> true;
            case List<?> list -> list.stream().allMatch(element -> element != null && !(element instanceof List) && isValue(element));
            default -> false;
        };
    }

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "Values" + shown;
    }
}
