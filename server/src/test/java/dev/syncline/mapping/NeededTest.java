package dev.syncline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.syncline.identity.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededTest {

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> VALUES = List.of("x", "y");

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            user.attributes["a"] == "x" ; a
            user.attributes.a == "x" && user.attributes["b"].startsWith("y") ; a b
            user.attributes.a in ["x", "y"] ; a
            !(user.attributes.a.contains("x")) ; a
            user.userName == "ming" && (user.attributes.a != user.attributes.b) ; a b
            user.attributes.a == "x" || user.attributes.b == "x" ;
            !(user.attributes.a == "x" && user.attributes.b == "x") ;
            has(user.attributes.a) ;
            user.attributes[?"a"].orValue("x") == "x" ;
            (has(user.attributes.a) ? user.attributes.a : "x") == "x" ;
            user.groups.exists(g, g == user.attributes.a) ;
            user.userName == "ming" ;
            """)
    void whatAConditionCannotBeTrueWithout(String condition, String needed) {
        assertThat(by(condition)).containsExactlyInAnyOrder(needed == null ? new String[0] : needed.split(" "));
    }

    /** Whatever the condition, and whatever the user has: leaving the evaluation out gives what it would have given. */
    @Test
    void itNeverChangesAnAnswer() {
        Random random = new Random(20261128);
        int leftOut = 0;
        for (int round = 0; round < 1_000; round++) {
            String condition = condition(random, 3);
            Expression expression = expressions.compile(condition);
            Map<String, Object> attributes = new HashMap<>();
            NAMES.stream().filter(_ -> random.nextBoolean()).forEach(name -> attributes.put(name, VALUES.get(random.nextInt(2))));
            Subject subject = subject(attributes);
            assertThat(expression.holds(subject)).as("%s for %s", condition, attributes).isEqualTo(holds(expression, subject));
            leftOut += attributes.keySet().containsAll(by(condition)) ? 0 : 1;
        }
        assertThat(leftOut).as("it was tried at all").isGreaterThan(100);
    }

    private static boolean holds(Expression expression, Subject subject) {
        try {
            return Boolean.TRUE.equals(expression.value(subject));
        } catch (Expression.Failed e) {
            return false;
        }
    }

    private static String condition(Random random, int depth) {
        String attribute = NAMES.get(random.nextInt(NAMES.size()));
        String value = "\"" + VALUES.get(random.nextInt(2)) + "\"";
        if (depth == 0 || random.nextInt(4) == 0) {
            return switch (random.nextInt(7)) {
                case 0 -> "user.attributes." + attribute + " == " + value;
                case 1 -> "user.attributes[\"" + attribute + "\"] != " + value;
                case 2 -> "user.attributes." + attribute + " in [" + value + "]";
                case 3 -> "has(user.attributes." + attribute + ")";
                case 4 -> "user.attributes[?\"" + attribute + "\"].orValue(\"x\") == " + value;
                case 5 -> "user.attributes." + attribute + ".contains(" + value + ")";
                default -> "[\"x\"].exists(v, v == user.attributes." + attribute + ")";
            };
        }
        String one = condition(random, depth - 1);
        String other = condition(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "!(" + one + ")";
            case 1 -> "(" + one + " || " + other + ")";
            case 2 -> "(" + one + " ? " + other + " : " + condition(random, depth - 1) + ")";
            case 3 -> "((" + one + ") == (" + other + "))";
            default -> "(" + one + " && " + other + ")";
        };
    }

    private static Set<String> by(String condition) {
        try {
            return Needed.by(CelCompilerFactory.standardCelCompilerBuilder()
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addLibraries(CelExtensions.strings(), CelExtensions.optional())
                    .addVar("user", MapType.create(SimpleType.STRING, SimpleType.DYN))
                    .build().compile(condition).getAst().getExpr());
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(Arrays.toString(e.getErrors().toArray()), e);
        }
    }

    private static Subject subject(Map<String, Object> attributes) {
        return Subject.of(new User(UUID.randomUUID(), "ming", "Ming", null, null, null, null, null, null, null, User.Status.ENABLED, attributes,
                List.of("x"), 1, Instant.EPOCH, Instant.EPOCH), null);
    }
}
