package dev.syncline.mapping;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A compiled expression. Safe for many threads. */
public final class Expression {

    /** An expression that gave no usable value; the message is the second half of a sentence. */
    public static final class Failed extends Exception {
        Failed(String message) {
            super(message);
        }
    }

    private final CelRuntime.Program program;

    Expression(CelRuntime.Program program) {
        this.program = program;
    }

    /** @return text, whole number, decimal, boolean, a list of these, or null */
    public Object value(Subject subject) throws Failed {
        try {
            return Values.forTarget(program.eval(subject.variables()));
        } catch (CelEvaluationException | CelRuntimeException | IllegalArgumentException e) {
            throw new Failed(words(e));
        }
    }

    /** @throws Failed also when the value is neither true nor false */
    public boolean holds(Subject subject) throws Failed {
        if (value(subject) instanceof Boolean holds) {
            return holds;
        }
        throw new Failed("it must give true or false");
    }

    private static String words(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceFirst("^evaluation error( at [^:]*:\\d+)?: ", "");
    }
}
