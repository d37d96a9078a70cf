package dev.syncline.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of an account beside what its target has. Targets write values in their own way: a directory has texts only, and a
 * single value is as good as a list of one; the order of several says nothing.
 */
final class Comparison {

    private Comparison() {}

    /** Attributes the target did not tell are not compared; nor are those nothing is expected of. */
    static List<Difference> differences(Map<String, Object> expected, Map<String, Object> found, Set<String> masked) {
        List<Difference> differences = new ArrayList<>();
        expected.forEach((name, value) -> {
            if (found.containsKey(name) && !same(value, found.get(name))) {
                differences.add(masked.contains(name)
                        ? Difference.hidden(name)
                        : new Difference(name, value, found.get(name), false));
            }
        });
        return differences;
    }

    /** What is known of the target afterwards, written as the mapping writes it where that comes to the same. */
    static Map<String, Object> known(Map<String, Object> expected, Map<String, Object> found, Set<String> mapped) {
        Map<String, Object> known = new LinkedHashMap<>();
        found.forEach((name, value) -> {
            if (mapped.contains(name)) {
                known.put(name, same(expected.get(name), value) ? expected.get(name) : value);
            }
        });
        return known;
    }

    static boolean same(@Nullable Object one, Object other) {
        List<String> these = texts(one);
        List<String> those = texts(other);
        return these.size() == those.size() && these.stream().sorted().toList().equals(those.stream().sorted().toList());
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().flatMap(element -> texts(element).stream()).toList();
            case Number number -> List.of(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
            case Object other -> other.toString().isEmpty() ? List.of() : List.of(text(other.toString()));
        };
    }

    /** Directories write truth in capitals (RFC 4517, 3.3.3). */
    private static String text(String text) {
        return text.equals("TRUE") || text.equals("FALSE") ? text.toLowerCase(Locale.ROOT) : text;
    }
}
