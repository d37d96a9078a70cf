package dev.syncline.mapping;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attributes of a user a condition cannot be true without. Asking many users who lack one is then a look into a map; evaluating it
 * would end in an exception for each, which takes as long as some twenty conditions that have an answer.
 *
 * <p>Errs to the safe side: where a part may be skipped (||, ?:, optional values, macros), it counts as needing nothing.
 */
final class Needed {

    private static final String USER = "user";
    private static final String ATTRIBUTES = "attributes";

    /** They have no value when one of their arguments has none. */
    private static final Set<String> STRICT = Stream.concat(
            Stream.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.LESS, Operator.LESS_EQUALS, Operator.GREATER, Operator.GREATER_EQUALS,
                    Operator.IN, Operator.LOGICAL_NOT, Operator.INDEX).map(Operator::getFunction),
            Stream.of("contains", "startsWith", "endsWith", "matches", "size", "lowerAscii", "upperAscii", "trim"))
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> found = new HashSet<>();

    private Needed() {}

    static Set<String> by(CelExpr condition) {
        Needed needed = new Needed();
        needed.toBeTrue(condition);
        return Set.copyOf(needed.found);
    }

    private void toBeTrue(CelExpr part) {
        if (isCall(part) && part.call().function().equals(Operator.LOGICAL_AND.getFunction())) {
            part.call().args().forEach(this::toBeTrue);
        } else {
            toHaveAValue(part);
        }
    }

    private void toHaveAValue(CelExpr part) {
        if (part.getKind() == ExprKind.Kind.SELECT) {
            select(part.select());
        } else if (isCall(part) && STRICT.contains(part.call().function())) {
            call(part.call());
        }
    }

    private void select(CelSelect select) {
        if (select.testOnly()) {
            return;
        }
        if (isAttributes(select.operand())) {
            found.add(select.field());
        }
        toHaveAValue(select.operand());
    }

    private void call(CelCall call) {
        List<CelExpr> args = call.args();
        if (call.function().equals(Operator.INDEX.getFunction()) && isAttributes(args.getFirst()) && isText(args.getLast())) {
            found.add(args.getLast().constant().stringValue());
        }
        call.target().ifPresent(this::toHaveAValue);
        args.forEach(this::toHaveAValue);
    }

    private static boolean isCall(CelExpr part) {
        return part.getKind() == ExprKind.Kind.CALL;
    }

    private static boolean isText(CelExpr part) {
        return part.getKind() == ExprKind.Kind.CONSTANT && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static boolean isAttributes(CelExpr part) {
        return part.getKind() == ExprKind.Kind.SELECT
                && part.select().field().equals(ATTRIBUTES)
                && part.select().operand().getKind() == ExprKind.Kind.IDENT
                && part.select().operand().ident().name().equals(USER);
    }
}
