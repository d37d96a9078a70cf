package dev.syncline.mapping;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may still take up, in steps: a part of the expression evaluated, a character made or looked at. It is told of every
 * value as it comes to be, and so of the last argument of a call before the call is made: what would take too much is never begun.
 */
final class Budget implements CelEvaluationListener {

    /** Some hundredths of a second, and some megabytes: more than any target wants of an attribute, less than anybody notices. */
    static final long STEPS = 2_000_000;

    /** What holding one more element takes besides the element. */
    static final long ELEMENT = 16;

    /** Nothing is left. Not an exception, which || and the loops of CEL would swallow to go on with the next element. */
    static final class Exhausted extends Error {
        Exhausted() {
            super("it takes too much: what it makes and looks at must stay below " + STEPS + " characters and steps", null, false, false);
        }
    }

    private final Calls calls;
    private final Map<Long, Object> arguments = new HashMap<>();
    private long left = STEPS;

    Budget(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void callback(CelExpr part, @Nullable Object value) {
        spend(1);
        switch (part.getKind()) {
            case LIST, MAP, STRUCT, COMPREHENSION -> weigh(value);
            case CONSTANT, IDENT, SELECT, CALL, NOT_SET -> { }
        }
        if (calls.isArgument(part.id())) {
            arguments.put(part.id(), value);
            calls.lastArgument(part.id()).ifPresent(call -> Cost.spend(call.function(), values(call), this));
        }
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Exhausted();
        }
    }

    /**
     * Spends what a value holds, all the way down. A list that holds the same list twice counts it twice: whoever compares or prints it goes
     * through it twice, and twice as often with each further level.
     */
    void weigh(@Nullable Object value) {
        switch (value) {
            case null -> { }
            case String text -> spend(text.length());
            case CelByteString bytes -> spend(bytes.size());
            case Optional<?> optional -> optional.ifPresent(this::weigh);
            case Collection<?> elements -> elements.forEach(this::weighElement);
            case Map<?, ?> map -> map.forEach((key, element) -> {
                weigh(key);
                weighElement(element);
            });
            default -> { }
        }
    }

    private void weighElement(@Nullable Object element) {
        spend(ELEMENT);
        weigh(element);
    }

    private List<Object> values(Calls.Call call) {
        List<Object> values = new ArrayList<>();
        call.arguments().forEach(id -> values.add(arguments.get(id)));
        return values;
    }
}
