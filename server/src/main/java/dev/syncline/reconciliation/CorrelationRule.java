package dev.syncline.reconciliation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an account nobody here knows is matched to a user: an attribute of the target has the value of an attribute of the user.
 *
 * @param attribute as the mapping names it, {@link #NAME} or {@link #ID}
 * @param field of the user: {@code userName}, {@code email}, {@code employeeNumber}, {@code phone}, {@code displayName} or {@code
 *     attributes.NAME}
 * @param ignoreCase whether upper and lower case count as the same
 */
record CorrelationRule(String attribute, String field, boolean ignoreCase) {

    /** The account's name. */
    static final String NAME = "@name";

    /** The target's id of the account. */
    static final String ID = "@id";

    private static final String FURTHER = "attributes.";
    private static final Pattern MAPPED = Pattern.compile("user\\.(userName|email|employeeNumber|phone|displayName|attributes\\.\\w+)");

    /** What a mapping that hands an attribute of the user on says of it; empty for any other. */
    static Optional<String> fieldOf(String expression) {
        Matcher plain = MAPPED.matcher(expression.strip());
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    /** Whether it is an attribute of the account itself rather than one that has to be asked for. */
    boolean readsAttribute() {
        return !attribute.equals(NAME) && !attribute.equals(ID);
    }

    /** The column of the user; null for none that is known. Never made of what a client sent. */
    @Nullable String column() {
        return switch (field) {
            case "userName" -> "u.user_name";
            case "email" -> "u.email";
            case "employeeNumber" -> "u.employee_number";
            case "phone" -> "u.phone";
            case "displayName" -> "u.display_name";
            default -> field.startsWith(FURTHER) && field.length() > FURTHER.length() ? "u.attributes ->> :further" : null;
        };
    }

    /** Name of the further attribute of the user; empty for one that has a column. */
    String further() {
        return field.startsWith(FURTHER) ? field.substring(FURTHER.length()) : "";
    }

    /** For people: "mail = email". */
    String words() {
        return attribute + " = " + field;
    }
}
