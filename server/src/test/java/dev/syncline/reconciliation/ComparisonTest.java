package dev.syncline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as the same, and what is known of a target afterwards. */
class ComparisonTest {

    @Test
    void valuesCountAsTheSameHoweverATargetWritesThem() {
        same(null, "");
        same(null, List.of());
        same(3L, "3");
        same(3L, 3.0);
        same(true, "TRUE");
        same("a", List.of("a"));
        same(List.of("b", "a"), List.of("a", "b"));
        same(List.of(1L, 2L), Arrays.asList("2", "1"));
    }

    @Test
    void otherValuesDoNot() {
        different("Ada", "ada");
        different("true", "TRUE!");
        different(List.of("a", "a"), List.of("a"));
        different(List.of("a", "b"), List.of("a"));
        different(null, "x");
        different(3L, "03");
    }

    @Test
    void whatTheTargetDoesNotTellIsNotCompared() {
        Map<String, Object> expected = Map.of("mail", "a@example.com", "title", "Engineer", "phone", "1");
        Map<String, Object> found = new HashMap<>(Map.of("mail", "b@example.com", "phone", "2"));
        assertThat(Comparison.differences(expected, found, Set.of("phone"))).containsExactlyInAnyOrder(
                new Difference("mail", "a@example.com", "b@example.com", false), new Difference("phone", null, null, true));
        found.put("title", null);
        assertThat(Comparison.differences(expected, found, Set.of())).contains(new Difference("title", "Engineer", null, false));
    }

    @Test
    void whatIsKnownIsWrittenAsTheMappingWritesIt() {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("level", "3");
        found.put("title", "Captain");
        found.put("phone", null);
        found.put("displayName", "not mapped");
        Map<String, Object> known = Comparison.known(Map.of("level", 3L, "title", "Engineer"), found, Set.of("level", "title", "phone"));
        assertThat(known).containsEntry("level", 3L).containsEntry("title", "Captain").containsEntry("phone", null).doesNotContainKey("displayName");
    }

    private static void same(Object one, Object other) {
        assertThat(Comparison.same(one, other)).as("%s and %s", one, other).isTrue();
        assertThat(Comparison.same(other, one)).as("%s and %s", other, one).isTrue();
    }

    private static void different(Object one, Object other) {
        assertThat(Comparison.same(one, other)).as("%s and %s", one, other).isFalse();
    }
}
