package dev.syncline.identity;

import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said about a group when it is created or edited. Texts are stripped, empty ones become null. */
public record GroupData(@Nullable String name, @Nullable String description, @Nullable String externalId) {

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 2_000;

    public GroupData {
        name = tidy(name);
        description = tidy(description);
        externalId = tidy(externalId);
    }

    public static GroupData of(Group group) {
        return new GroupData(group.name(), group.description(), group.externalId());
    }

    List<FieldError> check() {
        List<FieldError> errors = new ArrayList<>();
        if (name == null) {
            errors.add(new FieldError("name", "Give the group a name."));
        }
        text(errors, "name", name, MAX_NAME);
        text(errors, "description", description, MAX_DESCRIPTION);
        text(errors, "externalId", externalId, MAX_NAME);
        return errors;
    }

    private static void text(List<FieldError> errors, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            errors.add(new FieldError(field, field + " has " + value.length() + " characters; at most " + longest + " are possible."));
        }
        if (value != null && value.indexOf('\0') >= 0) {
            errors.add(new FieldError(field, field + " must not have NUL characters."));
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
