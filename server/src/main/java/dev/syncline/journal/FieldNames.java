package dev.syncline.journal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How names of fields are compared: protocols spell one name in several ways. */
final class FieldNames {

    private static final Pattern FILTER = Pattern.compile("\\[[^\\]]*\\]?");

    private FieldNames() {}

    /** Without case, dashes and underscores. */
    static String fold(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The first name of a path: {@code emails} of {@code emails[type eq "work"].value}. */
    static String root(String path) {
        return steps(path).findFirst().orElse(path);
    }

    /** The names a path is made of. */
    static Stream<String> steps(String path) {
        // An extension's path begins with its URN, whose own colons and dots are no separators.
        int start = path.toLowerCase(Locale.ROOT).startsWith("urn:") ? path.lastIndexOf(':') + 1 : 0;
        return List.of(FILTER.matcher(path.substring(start)).replaceAll("").split("\\.")).stream().filter(step -> !step.isEmpty());
    }
}
