package dev.syncline.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a value should have been. */
final class WrongValue {

    private WrongValue() {}

    static String sentence(String name, @Nullable Object value, @Nullable Class<?> wanted) {
        return name + " " + words(value, wanted) + ".";
    }

    /** The sentence without who it is about, and without its end. */
    static String words(@Nullable Object value, @Nullable Class<?> wanted) {
        return "must be " + wanted(wanted) + (value == null ? "" : ", not " + shortened(value));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == UUID.class) {
            return "an id (a UUID)";
        }
        if (type == Instant.class) {
            return "a time in ISO 8601, such as 2026-01-31T08:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    static String shortened(Object value) {
        String text = value instanceof Object[] several
                ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
