package dev.syncline.identity;

import org.jspecify.annotations.Nullable;

/** Free text that becomes part of a LIKE pattern. */
final class Search {

    private Search() {}

    /** The text with the pattern's own characters taken literally; empty for null. */
    static String literal(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
