package dev.syncline.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A refusal a client gets to see. */
public final class ProblemException extends RuntimeException {

    /**
     * One thing wrong with the input.
     *
     * @param field path of the field ("connection.url", "line 14: email")
     * @param message what to change
     */
    public record FieldError(@Nullable String field, @Nullable String message) {}

    private final ErrorCode code;
    private final transient List<FieldError> errors;

    /** @param detail a sentence that says what to change */
    public ProblemException(ErrorCode code, @Nullable String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ErrorCode code, @Nullable String detail, List<FieldError> errors) {
        super(Objects.requireNonNull(detail));
        this.code = Objects.requireNonNull(code);
        this.errors = List.copyOf(errors);
    }

    public static ProblemException invalid(String field, String message) {
        return new ProblemException(ErrorCode.INVALID_INPUT, message, List.of(new FieldError(field, message)));
    }

    /** @param what the kind of thing, with its article: "a user" */
    public static ProblemException notFound(String what, @Nullable Object id) {
        return new ProblemException(ErrorCode.NOT_FOUND, "There is no " + what + " with the id " + id + ".");
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
