package dev.syncline.identity;

import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user's data must be like. */
final class UserRules {

    private static final int MAX_TEXT = 200;
    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, two of which are its brackets. */
    private static final int MAX_EMAIL = 254;
    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_ATTRIBUTE = 10_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private UserRules() {}

    static List<FieldError> check(UserData data) {
        List<FieldError> errors = new ArrayList<>();
        if (data.userName() == null) {
            errors.add(new FieldError("userName", "Give the user a user name."));
        }
        text(errors, "userName", data.userName(), MAX_TEXT);
        text(errors, "displayName", data.displayName(), MAX_TEXT);
        text(errors, "givenName", data.givenName(), MAX_TEXT);
        text(errors, "familyName", data.familyName(), MAX_TEXT);
        text(errors, "email", data.email(), MAX_EMAIL);
        text(errors, "phone", data.phone(), 50);
        text(errors, "employeeNumber", data.employeeNumber(), 100);
        if (data.email() != null && !EMAIL.matcher(data.email()).matches()) {
            errors.add(new FieldError("email", "\"" + shortened(data.email()) + "\" is not an email address like ming.li@example.com."));
        }
        attributes(errors, data.attributes());
        return errors;
    }

    private static void text(List<FieldError> errors, String field, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.length() > longest) {
            errors.add(new FieldError(field, field + " has " + value.length() + " characters; at most " + longest + " are possible."));
        }
        if (CONTROL.matcher(value).find()) {
            errors.add(new FieldError(field, field + " must not have control characters such as line breaks."));
        }
    }

    private static void attributes(List<FieldError> errors, Map<String, Object> attributes) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            errors.add(new FieldError("attributes", "At most " + MAX_ATTRIBUTES + " further attributes are possible."));
        }
        attributes.forEach((name, value) -> {
            if (name.isBlank() || name.length() > 100) {
                errors.add(new FieldError("attributes", "The name of an attribute has 1 to 100 characters."));
            } else if (!isValue(value)) {
                errors.add(new FieldError("attributes." + name,
                        "The attribute " + name + " must be a text of at most " + MAX_ATTRIBUTE
                                + " characters, a number, true or false, or a list of these."));
            }
        });
    }

    private static boolean isValue(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.length() <= MAX_ATTRIBUTE && text.indexOf('\0') < 0;
            // What is larger than a double can hold was read as infinite.
            case Double number -> Double.isFinite(number);
            case Number _, Boolean _ -> true;
            case List<?> list -> list.stream().allMatch(element -> !(element instanceof List) && element != null && isValue(element));
            default -> false;
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
