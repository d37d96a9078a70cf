package dev.syncline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.syncline.identity.Group;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could save to exhaust the server: each is refused with a sentence, before it has taken more than some megabytes. */
class HostileExpressionTest {

    private static final String TEN = "[0,1,2,3,4,5,6,7,8,9]";
    private static final String TOO_MUCH = "it takes too much";

    /** All that was allocated on the way, most of it already given back. */
    private static final long MEMORY = 300L << 20;

    private final Expressions expressions = new Expressions();
    private final Subject subject = Subject.of(new Group(new UUID(1, 2), "Night shift", "Who works at night", null, 1, null, null));

    @ParameterizedTest
    @ValueSource(strings = {
        // a text, doubled
        "['aaaaaaaa']%s[0]|.map(x, x + x)",
        "'aaaaaaaa'%s|.replace('a', 'aaaaaaaa')",
        "'aaaaaaaa'%s|.replace('', 'aaaaaaaa')",
        "['aaaaaaaa']%s[0]|.map(x, x.replace('a', x))",
        "['aaaaaaaa']%s[0]|.map(x, [x, x, x].join(x))",
        "['\\\\']%s[0]|.map(x, strings.quote(x) + strings.quote(x))",
        "[b'aaaaaaaa']%s.size()|.map(x, x + x)",
        // a list, doubled
        "[[1, 2]]%s.size()|.map(x, x + x)",
        "['aaaaaaaa']%s.size()|.map(x, (x + x).split('').join('b'))",
        // one that holds itself twice: small, until somebody looks at it
        "[[1]]%1$s == [[1]]%1$s|.map(x, [x, x])",
        "[[1]]%1$s in [[[1]]%1$s]|.map(x, [x, x])",
        "{'a': 1}[[dyn(1)]%s[0]]|.map(x, dyn([x, x]))",
        "[{'a': 1}]%1$s == [{'a': 1}]%1$s|.map(x, {'a': x, 'b': x})"})
    void growing(String pattern) {
        String[] parts = pattern.split("\\|", 2);
        refused(parts[0].formatted(parts[1].repeat(60)), TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'a'.matches('((((a{1000}){1000}){1000}))')",
        "'a'.matches('((((((((a{9}){9}){9}){9}){9}){9}){9}){9})')",
        "'a'.matches('((((a{0,1000}){0,1000}){0,1000}))')",
        "'a'.matches('(?:(?:(?:[ab]{1000}){1000}){1,}){1000}')"})
    @DisplayName("A regular expression whose repetitions would fill the memory")
    void regularExpressions(String source) {
        refused(source, TOO_MUCH);
    }

    @Test
    @DisplayName("A long text is not looked for in a longer one, again and again")
    void searching() {
        String large = "['aaaaaaaaaaaaaaaa']" + ".map(x, x + x)".repeat(12);
        refused(large + ".map(x, " + TEN + ".map(i, x.contains(x.substring(9) + 'b')))[0].size()", TOO_MUCH);
        refused(large + ".map(x, " + TEN + ".map(i, x.indexOf(x.substring(9) + 'b')))[0].size()", TOO_MUCH);
        refused(large + ".map(x, " + TEN + ".map(i, x.lastIndexOf('b' + x.substring(9))))[0].size()", TOO_MUCH);
    }

    @Test
    void loops() {
        String loop = ".map(a, %s.map(b, %s.map(c, %s.map(d, %s.map(e, %s".formatted(TEN, TEN, TEN, TEN, TEN);
        refused(TEN + loop + ".size())))))", TOO_MUCH);
        refused(TEN + loop.replace("map(", "all(").replace(".all(e, " + TEN, ".all(e, true") + ")))))", "Iteration budget exceeded");
        refused("[" + "0,".repeat(90) + "0].map(a, [" + "0,".repeat(90) + "0].map(b, [" + "0 + 0,".repeat(300) + "0]))", TOO_MUCH);
    }

    @Test
    @DisplayName("Having taken too much is not an answer that || or a loop could pass over")
    void isNotSwallowed() {
        String doubled = "['aaaaaaaa']" + ".map(x, x + x)".repeat(60) + "[0] == 'a'";
        refused("(" + doubled + ") || true", TOO_MUCH);
        refused("[1].exists(i, (" + doubled + ") || true)", TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'2026-11-28'.matches('\\\\d{4}-\\\\d{2}-\\\\d{2}')",
        "'ming.li@example.com'.matches('^[a-z.]{1,64}@([a-z]{1,63}[.]){1,8}[a-z]{2,63}$')",
        "('a,b,' + 'c').split(',').map(x, x.upperAscii()).join('-') == 'A-B-C'",
        "['aaaaaaaaaaaaaaaa'].map(x, x + x).map(x, x + x).map(x, x + x)[0].replace('a', 'bb').size() == 256"})
    void everydayExpressionsAreFarFromIt(String source) throws Expression.Failed {
        assertThat(expressions.compile(source).value(subject)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int(group.name)", "double(group.name)", "uint(group.name)", "bool(group.name)", "timestamp(group.name)",
        "duration(group.name)", "group.name + 1", "group.name.substring(99)", "group.name.matches('(')", "{'a': 1}[group.name]",
        "group.name.charAt(99)", "[1, 2][group.name]", "{'a': {}}['a'][group.name]", "-group.name", "group.name.foo"})
    @DisplayName("A sentence about a value does not quote it")
    void valuesAreNotQuoted(String source) {
        assertThatExceptionOfType(Expression.Failed.class)
                .isThrownBy(() -> expressions.compile(source).value(subject))
                .satisfies(failed -> assertThat(failed.getMessage()).isNotBlank().doesNotContain("Night shift"));
    }

    private void refused(String source, String why) {
        assertThat(source.length()).as("it could be saved").isLessThanOrEqualTo(Expressions.MAX_LENGTH);
        Expression expression = expressions.compile(source);
        long before = allocated();
        assertThatExceptionOfType(Expression.Failed.class).isThrownBy(() -> expression.value(subject))
                .satisfies(failed -> assertThat(failed.getMessage()).contains(why));
        assertThat(allocated() - before).as("bytes").isLessThan(MEMORY);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }
}
