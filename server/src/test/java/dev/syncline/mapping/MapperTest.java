package dev.syncline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapperTest {

    private final Expressions expressions = new Expressions();
    private final Mapper mapper = new Mapper(expressions);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user.userName                                              | ming.li
            user.givenName + ' ' + user.familyName                     | Ming Li
            user.userName.upperAscii()                                 | MING.LI
            user.email.split('@')[1]                                   | example.com
            organization.code                                          | eng
            account.name + '@corp'                                     | mli@corp
            user.attributes.room                                       | A 1
            user.attributes[?'desk'].orValue('none')                   | none
            has(user.attributes.desk) ? user.attributes.desk : 'none'  | none
            user.status == 'ENABLED' ? 'yes' : 'no'                    | yes
            user.phone == null ? 'no phone' : user.phone               | no phone
            user.groups.exists(g, g == "Sales") ? "sales" : "other"    | sales
            """)
    void textsAreMadeFromUserOrganizationAndAccount(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void valuesKeepTheirTypes() {
        assertThat(value("user.attributes.floor + 1")).isEqualTo(4L);
        assertThat(value("1.5")).isEqualTo(1.5);
        assertThat(value("user.attributes.floor == 3")).isEqualTo(true);
        assertThat(value("[user.email, 'second@example.com']")).isEqualTo(List.of("ming@example.com", "second@example.com"));
        assertThat(value("user.phone")).isNull();
        assertThat(value("user.attributes[?'desk']")).isNull();
    }

    @Test
    void anErrorNamesTheAttributeAndLeavesTheOthers() {
        Mapped mapped = mapper.map(List.of(mapping("mail", "user.email"), mapping("room", "user.attributes.desk")), subject());
        assertThat(mapped.attributes()).containsExactly(Map.entry("mail", "ming@example.com"));
        assertThat(mapped.errors()).singleElement().satisfies(error -> {
            assertThat(error.target()).isEqualTo("room");
            assertThat(error.message()).contains("\"room\"").contains("desk");
        });
    }

    @Test
    void whatNoAttributeCanHoldIsAnError() {
        assertThat(mapper.map(List.of(mapping("all", "user")), subject()).errors()).hasSize(1);
        assertThat(mapper.map(List.of(mapping("sum", "user.phone + 'x'")), subject()).errors()).hasSize(1);
        assertThat(mapper.map(List.of(mapping("nested", "[[1]]")), subject()).errors()).hasSize(1);
    }

    @Test
    void manyUsersAreMappedAtOnce() {
        List<Subject> subjects = Stream.generate(MapperTest::subject).limit(2_000).toList();
        assertThat(mapper.map(List.of(mapping("mail", "user.email.lowerAscii()")), subjects)).hasSize(2_000)
                .allSatisfy(mapped -> assertThat(mapped.attributes()).containsEntry("mail", "ming@example.com"));
    }

    @Test
    void aMistakeIsRefusedWithItsPosition() {
        assertThatExceptionOfType(InvalidExpression.class)
                .isThrownBy(() -> expressions.compile("user.email +\n  userr.phone"))
                .withMessageStartingWith("line 2, column 3:");
        assertThatExceptionOfType(InvalidExpression.class).isThrownBy(() -> expressions.compile(" "));
        assertThatExceptionOfType(InvalidExpression.class).isThrownBy(() -> expressions.compile("'x' + ".repeat(2_000) + "'x'"));
    }

    @Test
    void anExpressionCannotRunForEver() {
        String range = "[" + "0,".repeat(99) + "0]";
        String endless = range + ".all(a, " + range + ".all(b, " + range + ".all(c, a + b + c == 0)))";
        assertThat(mapper.map(List.of(mapping("loop", endless)), subject()).errors()).hasSize(1);
    }

    @Test
    void anAccountNameMustBeAText() throws Expression.Failed {
        assertThat(mapper.accountName("' ' + user.userName + ' '", subject())).isEqualTo("ming.li");
        assertThatExceptionOfType(Expression.Failed.class).isThrownBy(() -> mapper.accountName("''", subject()));
        assertThatExceptionOfType(Expression.Failed.class).isThrownBy(() -> mapper.accountName("1", subject()));
    }

    @Test
    void secretsAreNamedAndNotPrinted() {
        Mapped mapped = mapper.map(List.of(new Mapping(ObjectType.ACCOUNT, "password", "'Start-' + user.userName", true)), subject());
        assertThat(mapped.secretTargets()).containsExactly("password");
        assertThat(mapped.toString()).doesNotContain("Start-");
    }

    private Object value(String expression) {
        Mapped mapped = mapper.map(List.of(mapping("target", expression)), subject());
        assertThat(mapped.errors()).isEmpty();
        return mapped.attributes().get("target");
    }

    private static Mapping mapping(String target, String expression) {
        return new Mapping(ObjectType.ACCOUNT, target, expression, false);
    }

    private static Subject subject() {
        Map<String, Object> attributes = new HashMap<>(Map.of("room", "A 1", "floor", 3, "tags", Arrays.asList("a", "b")));
        User user = new User(UUID.randomUUID(), "ming.li", "Ming Li", "Ming", "Li", "ming@example.com", null, null, null, null,
                User.Status.ENABLED, attributes, List.of("Sales", "Berlin"), 1, Instant.EPOCH, Instant.EPOCH);
        return Subject.of(user, new Organization(UUID.randomUUID(), "eng", "Engineering", null, 1)).withAccountName("mli");
    }
}
