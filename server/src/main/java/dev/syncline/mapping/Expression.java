package dev.syncline.mapping;

import dev.cel.common.CelErrorCode;
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
    private static final Pattern WITH_ARGUMENTS = Pattern.compile("^Function '(\\w+)' failed with arg\\(s\\) .*", Pattern.DOTALL);
    private static final Pattern MISSING_MEMBER = Pattern.compile("key '.*' is not present in map\\.?", Pattern.DOTALL);
    private static final int LONGEST_MESSAGE = 500;

    private final String source;
    private final CelRuntime.Program program;
    private final Set<String> needed;
    private final Calls calls;
    private final boolean condition;

    /**
     * @param needed attributes of a user without which it cannot give true
     * @param condition whether it can give true or false at all
     */
    Expression(String source, CelRuntime.Program program, Set<String> needed, Calls calls, boolean condition) {
        this.source = source;
        this.program = program;
        this.needed = needed;
        this.calls = calls;
        this.condition = condition;
    }

    boolean isCondition() {
        return condition;
    }

    /** @return text, whole number, decimal, boolean, a list of these, or null */
    public @Nullable Object value(Subject subject) throws Failed {
        try {
            return Values.forTarget(evaluate(subject));
        } catch (Budget.Exhausted e) {
            throw new Failed(e.getMessage());
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

    private Object evaluate(Subject subject) throws CelEvaluationException {
        return calls.canGrow() ? program.trace(subject.variables(), new Budget(calls)) : program.eval(subject.variables());
    }

    /** Without the values it was given, which may be anybody's. */
    private String words(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String plain = PREFIX.matcher(message).replaceFirst("");
        CelErrorCode code = e instanceof CelEvaluationException failed ? failed.getErrorCode() : CelErrorCode.INTERNAL_ERROR;
        if (code == CelErrorCode.BAD_FORMAT) {
            return "a text does not have the form of what it is to become";
        }
        if (code == CelErrorCode.ATTRIBUTE_NOT_FOUND && !MISSING_MEMBER.matcher(plain).matches() && !source.contains(plain)) {
            return "there is nothing under the key it computes";
        }
        String words = WITH_ARGUMENTS.matcher(plain).replaceFirst("the function $1 cannot take such a value");
        return words.length() > LONGEST_MESSAGE ? words.substring(0, LONGEST_MESSAGE) + "…" : words;
    }
}
