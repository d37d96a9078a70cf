package dev.syncline.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.AttributeSpec.Type;
import dev.syncline.connector.Schema;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "The parameters in an editor that knows the connector's schema, validated before it is sent." */
class AttributeRulesTest {

    private static final List<AttributeSpec> SPECS = List.of(
            AttributeSpec.requiredText("sn", "Family name."),
            new AttributeSpec("level", Type.INTEGER, false, false, false, "Level."),
            new AttributeSpec("quota", Type.DECIMAL, false, false, false, "Quota."),
            new AttributeSpec("active", Type.BOOLEAN, false, false, false, "Active."),
            new AttributeSpec("mail", Type.TEXT, false, true, false, "Addresses."),
            AttributeSpec.secret("password", "Password."));

    private final AttributeRules closed = new AttributeRules(new Schema(SPECS, false));
    private final AttributeRules open = new AttributeRules(new Schema(SPECS, true));

    @Test
    void takesValuesThatFit() {
        assertThat(closed.check(Action.CREATE, attributes("sn", "Li", "level", 3, "quota", 1.5, "active", true, "mail", List.of("a@x"))))
                .isEmpty();
        assertThat(closed.check(Action.UPDATE, attributes("mail", "a@x", "level", null, "quota", 2))).isEmpty();
    }

    @Test
    void namesWhatDoesNotFit() {
        assertThat(fields(closed.check(Action.UPDATE, attributes("level", "3", "quota", "much", "active", "yes", "mail", List.of(1), "sn", List.of("a")))))
                .containsExactly("level", "quota", "active", "mail", "sn");
        assertThat(fields(closed.check(Action.UPDATE, attributes("level", 1.5)))).containsExactly("level");
    }

    @Test
    void refusesWhatTheTargetDoesNotKnowUnlessItIsOpen() {
        assertThat(fields(closed.check(Action.UPDATE, attributes("nick", "x")))).containsExactly("nick");
        assertThat(open.check(Action.UPDATE, attributes("nick", "x", "list", List.of(1, "a", true), "none", null))).isEmpty();
        assertThat(fields(open.check(Action.UPDATE, attributes("nick", Map.of("a", 1))))).containsExactly("nick");
    }

    @Test
    void aCreationNeedsWhatIsRequired() {
        assertThat(fields(closed.check(Action.CREATE, attributes("level", 1)))).containsExactly("sn");
        assertThat(fields(closed.check(Action.CREATE, attributes("sn", " ")))).containsExactly("sn");
        assertThat(closed.check(Action.UPDATE, attributes("level", 1))).isEmpty();
    }

    private static List<String> fields(List<FieldError> errors) {
        return errors.stream().map(error -> error.field().replace("parameters.attributes.", "")).toList();
    }

    private static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
