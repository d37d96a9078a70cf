package dev.syncline.sql;

import org.jspecify.annotations.Nullable;

/** Free text that becomes part of a LIKE pattern. */
public final class LikePattern {

    private LikePattern() {}

    /** The text with the pattern's own characters taken literally, without blanks around it; empty for null, which every pattern matches. */
    public static String literal(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
