package dev.syncline.reconciliation;

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

    static Difference hidden(String attribute) {
        return new Difference(attribute, null, null, true);
    }
}
