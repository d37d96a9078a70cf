package dev.syncline.repair;

import dev.syncline.connector.Action;
import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Schema;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether attribute values fit what the target takes. */
final class AttributeRules {

    private static final int MAX_TEXT = 100_000;

    private final Schema schema;
    private final Map<String, AttributeSpec> specs;

    AttributeRules(Schema schema) {
        this.schema = schema;
        this.specs = schema.attributes().stream().collect(Collectors.toMap(AttributeSpec::name, Function.identity(), (one, other) -> one));
    }

    List<FieldError> check(Action action, Map<String, Object> attributes) {
        List<FieldError> errors = new ArrayList<>();
        attributes.forEach((name, value) -> error(name, value).ifPresent(message -> errors.add(new FieldError(field(name), message))));
        if (action == Action.CREATE) {
            schema.attributes().stream()
                    .filter(AttributeSpec::required)
                    .filter(spec -> isMissing(attributes.get(spec.name())))
                    .forEach(spec -> errors.add(new FieldError(field(spec.name()),
                            "The attribute \"" + spec.name() + "\" is required to create an account; give it a value.")));
        }
        return errors;
    }

    private Optional<String> error(String name, Object value) {
        if (!isKeepable(value)) {
            return Optional.of("The attribute \"" + name + "\" holds a NUL character, more than " + MAX_TEXT
                    + " characters, or a number that is too large; correct it.");
        }
        AttributeSpec spec = specs.get(name);
        if (spec == null) {
            // What begins with @ names objects of ours ("@parent"); whatever the target takes, it is put in the target's words when sent.
            return schema.open() || name.startsWith("@") ? unknownError(name, value) : Optional.of("The target has no attribute \"" + name + "\"; take it out.");
        }
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            return spec.multiple() ? listError(spec, list) : Optional.of("The attribute \"" + name + "\" takes one value, not a list.");
        }
        return fits(spec.type(), value) ? Optional.empty() : Optional.of(wrongType(spec));
    }

    private static boolean isKeepable(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() <= MAX_TEXT && text.indexOf('\0') < 0;
            case Double number -> Double.isFinite(number);
            case List<?> list -> list.stream().allMatch(AttributeRules::isKeepable);
            case null, default -> true;
        };
    }

    private static Optional<String> listError(AttributeSpec spec, List<?> list) {
        return list.stream().allMatch(value -> fits(spec.type(), value)) ? Optional.empty() : Optional.of(wrongType(spec));
    }

    /** An attribute the connector knows nothing of may be anything a target can take: a text, number, boolean, or a list of these. */
    private static Optional<String> unknownError(String name, Object value) {
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        boolean plain = values.stream().allMatch(one -> one instanceof String || one instanceof Number || one instanceof Boolean);
        return plain
                ? Optional.empty()
                : Optional.of("The attribute \"" + name + "\" must be a text, a number, true or false, or a list of these.");
    }

    private static boolean fits(AttributeSpec.Type type, Object value) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Integer || value instanceof Long;
            case DECIMAL -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
        };
    }

    private static String wrongType(AttributeSpec spec) {
        String needed = switch (spec.type()) {
            case TEXT -> "a text";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case BOOLEAN -> "true or false";
        };
        return "The attribute \"" + spec.name() + "\" must be " + needed + (spec.multiple() ? " or a list of these." : ".");
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }

    private static String field(String name) {
        return "parameters.attributes." + name;
    }
}
