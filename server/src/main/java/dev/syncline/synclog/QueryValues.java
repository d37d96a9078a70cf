package dev.syncline.synclog;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, read with refusals that name the parameter and what it takes. */
record QueryValues(Map<String, String[]> parameters) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** How many values one filter takes. */
    private static final int MOST_VALUES = 200;

    List<String> texts(String name) {
        List<String> values = Stream.of(parameters.getOrDefault(name, new String[0])).map(String::strip).filter(v -> !v.isEmpty()).toList();
        if (values.size() > MOST_VALUES) {
            throw ProblemException.invalid(name, "At most " + MOST_VALUES + " values of \"" + name + "\" can be asked for at once.");
        }
        return values;
    }

    /** Several constants, each parameter holding one or several separated by commas. */
    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return split(name, text -> constant(name, text, type));
    }

    List<UUID> ids(String name) {
        return split(name, text -> id(name, text));
    }

    /** The last one given, or null. */
    @Nullable String text(String name) {
        List<String> values = texts(name);
        return values.isEmpty() ? null : values.getLast();
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        String text = text(name);
        return text == null ? otherwise : constant(name, text, type);
    }

    @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return within(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(name, "\"" + name + "\" must be a time like 2026-05-04T10:00:00Z, not \"" + text + "\".");
        }
    }

    /** Refuses a misspelt filter, which would otherwise silently show everything. */
    void allowOnly(List<String> names) {
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                throw new ProblemException(ErrorCode.INVALID_INPUT,
                        "There is no parameter \"" + name + "\" here. Known are: " + String.join(", ", names) + ".",
                        List.of(new ProblemException.FieldError(name, "Unknown parameter.")));
            }
        }
    }

    private <T> List<T> split(String name, Function<String, T> one) {
        return texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(one)
                .distinct()
                .toList();
    }

    /** Ids carry 48 bits of milliseconds since 1970; a bound beyond them means the same as the nearest they can tell. */
    private static Instant within(Instant at) {
        return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LAST) ? LAST : at;
    }

    private static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(name, "\"" + name + "\" must be an id (a UUID), not \"" + text + "\".");
        }
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        String known = Stream.of(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        throw ProblemException.invalid(name, "\"" + text + "\" is no value of \"" + name + "\". Known are: " + known + ".");
    }
}
