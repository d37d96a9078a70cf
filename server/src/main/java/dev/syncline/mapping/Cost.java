package dev.syncline.mapping;

import dev.cel.common.Operator;
import dev.cel.runtime.ConcatenatedListView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call will take, known from its arguments. At least what it takes in truth: an estimate that is too low would let it through. */
final class Cost {

    private static final String ADD = Operator.ADD.getFunction();
    private static final Set<String> DEEP =
            Set.of(Operator.EQUALS.getFunction(), Operator.NOT_EQUALS.getFunction(), Operator.IN.getFunction(), "join");
    private static final Set<String> HIGH =
            Set.of(ADD, "replace", "join", "split", "contains", "indexOf", "lastIndexOf", "matches");

    /** Steps of the simplest kind that pass for one. */
    private static final long SIMPLE = 8;

    /** What making a state of a regular expression takes. */
    private static final long STATE = 100;

    private Cost() {}

    /** Whether a function may make more than it is given, or take longer than reading that. */
    static boolean mayBeHigh(String function) {
        return HIGH.contains(function);
    }

    /** @param arguments their values; null for one that has none */
    static void spend(String function, List<@Nullable Object> arguments, Budget budget) {
        for (Object argument : arguments) {
            if (argument instanceof String || DEEP.contains(function)) {
                budget.weigh(argument);
            }
        }
        switch (function) {
            case "contains", "indexOf", "lastIndexOf" -> search(arguments, budget);
            case "split" -> {
                search(arguments, budget);
                budget.spend(parts(arguments) * Budget.ELEMENT);
            }
            case "replace" -> {
                search(arguments, budget);
                budget.spend(parts(arguments) * length(arguments, 2));
            }
            case "join" -> budget.spend(arguments.getFirst() instanceof List<?> list ? list.size() * length(arguments, 1) : 0);
            case "matches" -> match(arguments, budget);
            default -> lists(function, arguments, budget);
        }
    }

    /** The list that a loop fills grows in place: only what is added counts. */
    private static void lists(String function, List<@Nullable Object> arguments, Budget budget) {
        if (function.equals(ADD)) {
            arguments.forEach(argument -> budget.spend(
                    argument instanceof List<?> list && !(list instanceof ConcatenatedListView<?>) ? list.size() * Budget.ELEMENT : 0));
        }
    }

    /** The worst that looking for a text in another takes: from each place, all of it. */
    private static void search(List<@Nullable Object> arguments, Budget budget) {
        budget.spend(length(arguments, 0) * length(arguments, 1) / SIMPLE);
    }

    /** Every state may be looked at for every character; and all of them are made first. */
    private static void match(List<@Nullable Object> arguments, Budget budget) {
        long states = Repetitions.states(text(arguments, 1));
        budget.spend(states * STATE);
        budget.spend(states * length(arguments, 0) / SIMPLE);
    }

    /** Into how many parts the second text can divide the first. */
    private static long parts(List<@Nullable Object> arguments) {
        return length(arguments, 0) / Math.max(1, length(arguments, 1)) + 1;
    }

    private static long length(List<@Nullable Object> arguments, int place) {
        return text(arguments, place).length();
    }

    private static String text(List<@Nullable Object> arguments, int place) {
        return arguments.size() > place && arguments.get(place) instanceof String text ? text : "";
    }
}
