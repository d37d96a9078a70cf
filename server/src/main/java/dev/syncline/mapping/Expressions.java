package dev.syncline.mapping;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compiles expressions: CEL with its string functions and optional values ({@code user.attributes[?"room"].orValue("none")}).
 * Limits on size, depth and iterations, and a {@link Budget} for what it makes, keep a careless expression from holding a thread or the memory.
 */
@Component
public class Expressions {

    /** What a longer expression would hide is better done in the data. */
    public static final int MAX_LENGTH = 4_000;

    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_REGEX_STATES = 20_000;
    private static final int CACHED = 2_000;
    private static final int CACHED_LENGTH = 400_000;
    private static final CelType FIELDS = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private static final Set<CelType> CONDITIONS = Set.of(SimpleType.BOOL, SimpleType.DYN);

    private final Map<String, Expression> compiled = new ConcurrentHashMap<>();
    private final AtomicInteger length = new AtomicInteger();
    private final Cel cel = environment();

    private static Cel environment() {
        CelOptions options = CelOptions.current()
                .maxExpressionCodePointSize(MAX_LENGTH)
                .maxParseRecursionDepth(100)
                .comprehensionMaxIterations(MAX_ITERATIONS)
                .maxRegexProgramSize(MAX_REGEX_STATES)
                .build();
        return CelFactory.legacyCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings(), CelExtensions.optional())
                .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.optional())
                .addVar("user", FIELDS)
                .addVar("organization", FIELDS)
                .addVar("group", FIELDS)
                .addVar("account", FIELDS)
                .build();
    }

    /** @throws InvalidExpression with the position of the first mistake */
    public Expression compile(String source) {
        Expression known = compiled.get(source);
        if (known != null) {
            return known;
        }
        Expression made = make(source);
        if (compiled.size() >= CACHED || length.addAndGet(source.length()) > CACHED_LENGTH) {
            compiled.clear();
            length.set(source.length());
        }
        compiled.put(source, made);
        return made;
    }

    /**
     * As {@link #compile}, for an expression that says of whom something holds. One that can never be true would silently mean nobody.
     *
     * @throws InvalidExpression with the position of the first mistake, or because it gives something else than true or false
     */
    public Expression compileCondition(String source) {
        Expression made = compile(source);
        if (!made.isCondition()) {
            throw new InvalidExpression("it gives neither true nor false; compare what it gives with something");
        }
        return made;
    }

    private Expression make(String source) {
        if (source.isBlank()) {
            throw new InvalidExpression("it is empty");
        }
        try {
            CelAbstractSyntaxTree ast = cel.compile(source).getAst();
            return new Expression(source, cel.createProgram(ast), Needed.by(ast.getExpr()), Calls.of(ast),
                    CONDITIONS.contains(ast.getResultType()));
        } catch (CelValidationException e) {
            throw new InvalidExpression(firstMistake(e));
        } catch (CelEvaluationException e) {
            throw new InvalidExpression(e.getMessage());
        }
    }

    private static @Nullable String firstMistake(CelValidationException e) {
        if (e.getErrors().isEmpty()) {
            return e.getMessage();
        }
        CelIssue issue = e.getErrors().getFirst();
        int line = issue.getSourceLocation().getLine();
        // The parser counts columns from 0, editors from 1.
        int column = issue.getSourceLocation().getColumn() + 1;
        return line < 1 ? issue.getMessage() : "line " + line + ", column " + column + ": " + issue.getMessage();
    }
}
