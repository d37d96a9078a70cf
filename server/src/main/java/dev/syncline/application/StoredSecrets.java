package dev.syncline.application;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets that are kept while others are given. They go to nobody but whom they were stored for, or they could be read back elsewhere. */
final class StoredSecrets {

    private StoredSecrets() {}

    /**
     * @param stored in clear
     * @param given a null or blank value removes what was there
     * @return what is to be used
     * @throws ProblemException INVALID_INPUT where the connection leads to another place and what is stored for the old one is not given anew
     */
    static Map<String, String> with(
            ConnectorType type, Map<String, String> stored, Map<String, String> given, Map<String, String> before, Map<String, String> after) {
        if (leadsElsewhere(type, before, after)) {
            List<FieldError> missing = type.fields().stream()
                    .filter(field -> stored.containsKey(field.name()) && !given.containsKey(field.name()))
                    .map(field -> new FieldError("secrets." + field.name(), field.label()
                            + " has to be given anew, as the connection leads elsewhere now: what is stored goes to nobody but whom it was stored for."))
                    .toList();
            if (!missing.isEmpty()) {
                throw new ProblemException(ErrorCode.INVALID_INPUT, missing.getFirst().message(), missing);
            }
        }
        return merged(stored, given);
    }

    static Map<String, String> merged(Map<String, String> stored, Map<String, String> given) {
        Map<String, String> merged = new HashMap<>(stored);
        given.forEach((name, value) -> {
            if (value == null || value.isBlank()) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    private static boolean leadsElsewhere(ConnectorType type, Map<String, String> before, Map<String, String> after) {
        return type.fields().stream()
                .filter(field -> field.kind() == Field.Kind.URL)
                .anyMatch(field -> !place(before.get(field.name())).equals(place(after.get(field.name()))));
    }

    /** Scheme, host and port: the path may change. */
    private static String place(@Nullable String address) {
        String text = address == null ? "" : address.strip();
        try {
            URI uri = URI.create(text);
            return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
