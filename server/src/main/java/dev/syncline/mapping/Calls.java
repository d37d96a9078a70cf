package dev.syncline.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The calls of an expression, by the part that is evaluated last before each is made. */
final class Calls {

    /** Not calls of functions: which of their arguments are evaluated depends on the others. */
    private static final Set<String> LAZY = Set.of(Operator.CONDITIONAL.getFunction(), Operator.LOGICAL_AND.getFunction(),
            Operator.LOGICAL_OR.getFunction(), "or", "orValue");

    /** @param arguments the parts that give them, in the order of evaluation; what a method is called on is the first */
    record Call(String function, List<Long> arguments) {}

    private final Map<Long, Call> byLastArgument = new HashMap<>();
    private final Set<Long> arguments = new HashSet<>();
    private final boolean canGrow;

    private Calls(CelNavigableAst expression) {
        List<CelExpr> parts = expression.getRoot().allNodes().map(CelNavigableExpr::expr).toList();
        parts.stream().filter(part -> part.getKind() == ExprKind.Kind.CALL).map(CelExpr::call).forEach(this::add);
        canGrow = byLastArgument.values().stream().anyMatch(call -> Cost.mayBeHigh(call.function()))
                || parts.stream().anyMatch(part -> part.getKind() == ExprKind.Kind.COMPREHENSION);
    }

    static Calls of(CelAbstractSyntaxTree expression) {
        return new Calls(CelNavigableAst.fromAst(expression));
    }

    /** Whether it could take more than its own length and that of what it is about: if not, nobody needs to count. */
    boolean canGrow() {
        return canGrow;
    }

    boolean isArgument(long part) {
        return arguments.contains(part);
    }

    /** The call that is made when this part has its value. */
    Optional<Call> lastArgument(long part) {
        return Optional.ofNullable(byLastArgument.get(part));
    }

    private void add(CelCall call) {
        List<Long> ids = Stream.concat(call.target().stream(), call.args().stream()).map(CelExpr::id).toList();
        if (!ids.isEmpty() && !LAZY.contains(call.function())) {
            arguments.addAll(ids);
            byLastArgument.put(ids.getLast(), new Call(call.function(), ids));
        }
    }
}
