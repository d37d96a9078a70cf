package dev.syncline.connector;

import java.util.List;
import java.util.Objects;

/**
 * One setting of a connection.
 *
 * @param name key in {@link Settings}
 * @param label for people
 * @param help one sentence: what it is, with units and an example
 * @param kind how it is entered and checked
 * @param required whether it must be given
 * @param defaultValue used when it is not given; null for none
 * @param choices allowed values of a {@link Kind#CHOICE}; empty otherwise
 */
public record Field(
        String name, String label, String help, Kind kind, boolean required, String defaultValue, List<String> choices) {

    public enum Kind {
        TEXT,
        /** Several lines. */
        LONG_TEXT,
        URL,
        INTEGER,
        BOOLEAN,
        CHOICE,
        /** Sealed when stored, never shown again. */
        SECRET
    }

    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(help);
        Objects.requireNonNull(kind);
        choices = List.copyOf(choices);
    }

    public static Field required(String name, String label, Kind kind, String help) {
        return new Field(name, label, help, kind, true, null, List.of());
    }

    /** One that has no value while none is given. */
    public static Field optional(String name, String label, Kind kind, String help) {
        return new Field(name, label, help, kind, false, null, List.of());
    }

    public static Field optional(String name, String label, Kind kind, String defaultValue, String help) {
        return new Field(name, label, help, kind, false, defaultValue, List.of());
    }

    public static Field choice(String name, String label, String defaultValue, List<String> choices, String help) {
        return new Field(name, label, help, Kind.CHOICE, false, defaultValue, choices);
    }
}
