package dev.syncline.connector;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one connection, secrets in clear, defaults already filled in. Never printed: {@link #toString} shows names only.
 *
 * @param values field name to value as text
 * @param requestTimeout how long one request may take before its outcome counts as unclear
 */
public record Settings(Map<String, String> values, Duration requestTimeout) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** The values given, and the default of each field that is not among them. */
    public static Settings withDefaults(List<Field> fields, Map<String, String> given, Duration requestTimeout) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.defaultValue() != null) {
                values.put(field.name(), field.defaultValue());
            }
        }
        values.putAll(given);
        return new Settings(values, requestTimeout);
    }

    /** @throws IllegalArgumentException when it is absent or blank */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The setting \"" + name + "\" is missing."));
    }

    /** Empty when it is absent or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public boolean is(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** @throws IllegalArgumentException when it is absent or no whole number */
    public int integer(String name) {
        try {
            return Integer.parseInt(text(name).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting \"" + name + "\" must be a whole number.", e);
        }
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
