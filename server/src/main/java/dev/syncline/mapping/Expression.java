package dev.syncline.mapping;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compiled expression. Safe for many threads. */
public final class Expression {

    /**
     * An expression that gave no usable value; the message is the second half of a sentence. It has no stack trace: where the value was
     * asked for says nothing, and it is an everyday answer.
     */
    public static final class Failed extends Exception {
        Failed(@Nullable String message) {
            super(message, null, false, false);
        }
    }

    private static final Pattern PREFIX = Pattern.compile("^evaluation error( at [^:]*:\\d+)?: ");

    private final CelRuntime.Program program;
    private final Set<String> needed;

    /** @param needed attributes of a user without which it cannot give true */
    Expression(CelRuntime.Program program, Set<String> needed) {
        this.program = program;
        this.needed = needed;
    }

    /** @return text, whole number, decimal, boolean, a list of these, or null */
    public @Nullable Object value(Subject subject) throws Failed {
        try {
            return Values.forTarget(program.eval(subject.variables()));
        } catch (CelEvaluationException | CelRuntimeException | IllegalArgumentException e) {
            throw new Failed(words(e));
        }
    }

    /** Whether it gives true. A user without the attribute it asks for is not meant. */
    public boolean holds(Subject subject) {
        try {
            return subject.hasAttributes(needed) && Boolean.TRUE.equals(value(subject));
        } catch (Failed e) {
            return false;
        }
    }

    private static String words(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return PREFIX.matcher(message).replaceFirst("");
    }
}
