package dev.syncline.reconciliation;

import dev.syncline.journal.Veil;
import org.jspecify.annotations.Nullable;

/**
 * One value that is otherwise than expected.
 *
 * @param attribute as the mapping names it, or one of the words beginning with @
 * @param expected what the mapping gives, or what is known here; null for no value, and when it is masked
 * @param found what the target has; the same
 * @param masked whether the values are hidden
 */
record Difference(String attribute, @Nullable Object expected, @Nullable Object found, boolean masked) {

    static final String NAME = "@name";
    static final String ID = "@id";
    static final String ACTIVE = "@active";

    /** For a reader who may not see personal values: the same value has the same mark on both sides. */
    Difference behind(Veil veil) {
        return new Difference(attribute, veil.value(attribute, expected), veil.value(attribute, found), masked);
    }

    static Difference hidden(String attribute) {
        return new Difference(attribute, null, null, true);
    }
}
