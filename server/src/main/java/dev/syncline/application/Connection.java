package dev.syncline.application;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Settings and secrets put together for use, defaults filled in. Lives in memory only. */
final class Connection {

    private Connection() {}

    /** What a connector type says against its settings; one that others wrote may say nothing. */
    static String complaint(IllegalArgumentException e) {
        return Objects.requireNonNullElse(e.getMessage(), "The connector does not take these settings.");
    }

    static Settings settings(ConnectorType type, Map<String, String> settings, Map<String, String> secrets, int requestTimeoutMs) {
        Map<String, String> values = new HashMap<>();
        for (Field field : type.fields()) {
            String given = field.kind() == Field.Kind.SECRET ? secrets.get(field.name()) : settings.get(field.name());
            String value = given == null || given.isBlank() ? field.defaultValue() : given;
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return new Settings(values, Duration.ofMillis(requestTimeoutMs));
    }
}
