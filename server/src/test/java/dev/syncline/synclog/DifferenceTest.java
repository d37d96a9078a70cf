package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.task.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final PermissionRef STAFF = new PermissionRef("1", PermissionKind.GROUP, "Staff", "cn=staff");

    @Test
    void namesEveryPathThatChangedAndNoOther() {
        Map<String, Object> before = attributes("mail", "a@x", "room", 5, "gone", "x", "list", List.of(1, 2));
        Map<String, Object> after = attributes("mail", "b@x", "room", 5L, "new", null, "list", List.of(1L, 2L));
        assertThat(Difference.between(
                        new Parameters("a", before, List.of(STAFF), List.of()), new Parameters("b", after, List.of(), List.of(STAFF))))
                .containsExactly(
                        new Difference("name", "a", "b"),
                        new Difference("attributes.mail", "a@x", "b@x"),
                        new Difference("attributes.gone", "x", null),
                        new Difference("attributes.new", null, null),
                        new Difference("bind", "Staff", null),
                        new Difference("unbind", null, "Staff"));
    }

    @Test
    void aNewSecretIsADifferenceThatShowsNothing() {
        Parameters masked = new Parameters("a", Map.of("password", Parameters.SECRET), List.of(), List.of());
        assertThat(Difference.between(masked, masked)).isEmpty();
        assertThat(Difference.between(masked, masked, Set.of("password")))
                .containsExactly(new Difference("attributes.password", Parameters.SECRET, Parameters.SECRET));
    }

    private static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
