package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says where and why a JSON body cannot be read, without quoting more of it than the value that is wrong. A parser's own words are left
 * out: where JSON is broken they quote whatever stands there, a password as likely as anything, and a refusal may be kept.
 */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException explain(HttpMessageNotReadableException e) {
        if (BodyLimit.TooLarge.causeOf(e)) {
            return BodyLimit.refusal();
        }
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException half when half.getTargetType() == String.class -> ProblemException.invalid(path(half),
                    path(half) + " holds half of a character (an unpaired surrogate), which cannot be kept; send all of it.");
            case InvalidFormatException format -> ProblemException.invalid(path(format),
                    WrongValue.sentence(path(format), format.getValue(), format.getTargetType()));
            case InvalidTypeIdException kind -> ProblemException.invalid(path(kind) + ".kind", kind.getTypeId() == null
                    ? path(kind) + ".kind is missing: it says what the rest is."
                    : path(kind) + ".kind cannot be " + WrongValue.shortened(kind.getTypeId())
                            + "; the API's description names the kinds there are.");
            case InvalidNullException empty -> ProblemException.invalid(path(empty), path(empty) + " holds a null; leave it out.");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException large -> new ProblemException(ErrorCode.INVALID_INPUT,
                    "The body holds more than can be read" + at(large) + ": it is nested too deeply, or a name or number in it is too long.");
            case InputCoercionException number -> new ProblemException(ErrorCode.INVALID_INPUT,
                    "A number in the body is too large, or not a whole one" + at(number) + ".");
            case StreamReadException broken -> broken(broken);
            case DatabindException other when other.getCause() instanceof ProblemException ours -> ours;
            case DatabindException other -> ProblemException.invalid(path(other), reason(other));
            case null, default -> new ProblemException(ErrorCode.INVALID_INPUT, "A body in JSON is required.");
        };
    }

    private static ProblemException unknown(UnrecognizedPropertyException e) {
        String known = e.getKnownPropertyIds() == null ? "" : e.getKnownPropertyIds().stream()
                .map(Object::toString).sorted().collect(Collectors.joining(", "));
        String message = path(e) + " is not known here" + at(e) + (known.isEmpty() ? "." : "; known: " + known + ".");
        return ProblemException.invalid(path(e), message);
    }

    private static ProblemException broken(StreamReadException e) {
        return new ProblemException(ErrorCode.INVALID_INPUT, e.getOriginalMessage().startsWith("Duplicate")
                ? "The body gives the same name twice" + at(e) + ". Leave one of the two out."
                : "The body is not valid JSON" + at(e) + ". Look there for a missing quote, comma or bracket.");
    }

    private static ProblemException mismatch(MismatchedInputException e) {
        if (e.getPath().isEmpty() && e.getMessage() != null && e.getMessage().contains("end-of-input")) {
            return new ProblemException(ErrorCode.INVALID_INPUT, "A body in JSON is required; this one is empty.");
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return new ProblemException(ErrorCode.INVALID_INPUT,
                    "The body goes on after its end" + at(e) + ". Send one value in JSON, and nothing after it.");
        }
        String where = path(e).isEmpty() ? "The body" : path(e);
        return ProblemException.invalid(path(e), WrongValue.sentence(where, null, e.getTargetType()));
    }

    /** A refusal by one of our own records (its constructor) says more than Jackson's words around it. */
    private static String reason(DatabindException e) {
        return e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null
                ? refusal.getMessage()
                : "The body cannot be read" + at(e) + ".";
    }

    private static String at(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** "settings.url", "mappings[2].target" */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        List<JacksonException.Reference> references = e.getPath();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
