package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import org.jspecify.annotations.Nullable;

/** How an attribute is looked for in the database. {@code ?} stands for the value. */
sealed interface Column {

    /** A text; in lower case already when case does not count, so that the index is used. */
    record Text(String sql) implements Column {}

    record Flag(String sql) implements Column {}

    record Id(String sql) implements Column {}

    record Time(String sql) implements Column {}

    /**
     * One of several values, each in a row of its own.
     *
     * @param equal condition for a value that is one of them
     * @param like condition for one of them, {@code value}, that meets {@code %s}
     * @param present condition for having any
     */
    record Several(String equal, String like, String present) implements Column {}

    /** The operator between a column and a value; null for what is no comparison of order. */
    static @Nullable String order(Comparator comparator) {
        return switch (comparator) {
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
            case EQ, NE, CO, SW, EW, PR -> null;
        };
    }
}
