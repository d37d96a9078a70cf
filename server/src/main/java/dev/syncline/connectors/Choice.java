package dev.syncline.connectors;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads a setting that is one of few. */
public final class Choice {

    private Choice() {}

    /** @throws IllegalArgumentException when it is none of the constants, with a sentence that names them */
    public static <E extends Enum<E>> E of(Class<E> type, Settings settings, Field field) {
        String text = settings.find(field.name()).orElse(field.defaultValue());
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The setting \"%s\" must be one of %s."
                        .formatted(field.name(), names(type))));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
