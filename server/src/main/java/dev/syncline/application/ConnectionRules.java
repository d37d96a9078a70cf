package dev.syncline.application;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Destinations;
import dev.syncline.problem.ProblemException.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the settings of a connection must be like, by what its connector type declares. */
final class ConnectionRules {

    private static final int MAX_LENGTH = 100_000;

    private ConnectionRules() {}

    /** @param secrets all that would be stored, in clear */
    static List<FieldError> check(ConnectorType type, Map<String, String> settings, Map<String, String> secrets) {
        List<FieldError> errors = new ArrayList<>();
        refuseUnknown(errors, type, "settings", settings.keySet(), false);
        refuseUnknown(errors, type, "secrets", secrets.keySet(), true);
        for (Field field : type.fields()) {
            boolean secret = field.kind() == Field.Kind.SECRET;
            String path = (secret ? "secrets." : "settings.") + field.name();
            String value = (secret ? secrets : settings).get(field.name());
            complaint(field, value).ifPresent(message -> errors.add(new FieldError(path, message)));
        }
        return errors;
    }

    /** Lets the connector type itself say whether the settings can work together. Calls no target. */
    static Optional<FieldError> tryOut(ConnectorType type, Settings settings) {
        try {
            type.open(settings).close();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new FieldError("settings", Connection.complaint(e)));
        }
    }

    private static void refuseUnknown(List<FieldError> errors, ConnectorType type, String where, Set<String> given, boolean secret) {
        Set<String> known = type.fields().stream()
                .filter(field -> (field.kind() == Field.Kind.SECRET) == secret)
                .map(Field::name)
                .collect(Collectors.toSet());
        given.stream().filter(name -> !known.contains(name)).forEach(name -> errors.add(new FieldError(where + "." + name,
                "The connector " + type.label() + " has no " + (secret ? "secret" : "setting") + " \"" + name + "\"; remove it.")));
    }

    private static Optional<String> complaint(Field field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return field.required() && field.defaultValue() == null
                    ? Optional.of(field.label() + " is missing. " + field.help())
                    : Optional.empty();
        }
        if (value.length() > MAX_LENGTH) {
            return Optional.of(field.label() + " is longer than " + MAX_LENGTH + " characters.");
        }
        return switch (field.kind()) {
            case URL -> urlComplaint(field, value);
            case INTEGER -> value.strip().matches("-?\\d{1,9}") ? Optional.empty() : Optional.of(field.label() + " must be a whole number.");
            case BOOLEAN -> value.matches("true|false") ? Optional.empty() : Optional.of(field.label() + " must be true or false.");
            case CHOICE -> field.choices().contains(value)
                    ? Optional.empty()
                    : Optional.of(field.label() + " must be one of " + String.join(", ", field.choices()) + ".");
            case TEXT, LONG_TEXT, SECRET -> Optional.empty();
        };
    }

    /** Where a name leads is looked at when it is connected to; an address says it at once. */
    private static Optional<String> urlComplaint(Field field, String value) {
        try {
            URI url = new URI(value.strip());
            if (url.getScheme() != null && url.getHost() != null) {
                return Destinations.current().complaint(url.getHost());
            }
        } catch (URISyntaxException e) {
            // told below
        }
        return Optional.of(field.label() + " must be a URL like https://example.com/scim/v2.");
    }
}
