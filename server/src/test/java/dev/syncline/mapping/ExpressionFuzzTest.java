package dev.syncline.mapping;

import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Dice;
import dev.syncline.fuzz.Nasty;
import dev.syncline.identity.Group;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any expression gives a value, is refused, or fails with a sentence; none of them takes long. */
class ExpressionFuzzTest {

    private static final String[] PIECES = {
        "user", "organization", "group", "account", ".name", ".attributes", "[?\"x\"]", ".orValue(\"n\")", "'a'", "\"b\"", "1", "-1", "1.5", "9223372036854775807", "0", "true", "null", "[1, 2]", "{'a': 1}",
        " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " && ", " || ", " in ", " ? 1 : 2", "!", "(", ")", "[0]", "['a']", ".map(x, x + 1)", ".filter(x, x > 0)", ".all(x, true)", ".exists(x, x == 1)",
        ".matches('(a+)+$')", ".replace('a', 'bb')", ".split('')", ".substring(1)", ".charAt(9)", ".lowerAscii()", ".size()", "size(", "string(", "int(", "timestamp('2026-01-01T00:00:00Z')", "duration('1h')", "dyn(",
        "has(user.x)", "[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c, [1,2,3,4,5,6,7,8,9,10].map(d, a))))"};

    private final Expressions expressions = new Expressions();
    private final Subject subject = Subject.of(new Group(new UUID(1, 2), "Night shift", "Who works at night", null, 1, null, null));

    @Test
    void expressions() {
        Campaign.ofTexts("expression", ExpressionFuzzTest::expression).run(8_000, text -> {
            try {
                expressions.compile(text).value(subject);
            } catch (InvalidExpression | Expression.Failed refused) {
                // with a sentence
            }
        });
    }

    private static String expression(Dice dice) {
        return dice.oneIn(4) ? Nasty.text(dice) : Stream.generate(() -> dice.oneIn(20) ? Nasty.soup(dice, 5) : dice.of(PIECES)).limit(dice.below(10) + 1).collect(Collectors.joining());
    }
}
