package dev.syncline.secret;

import java.util.List;

/**
 * A column with sealed values, so that they can be sealed anew when the key changes. Declared as a bean by the package the table belongs to.
 *
 * @param key the columns of the primary key, in its order
 * @param context SQL over the row that gives the context its value was sealed for
 */
public record SealedColumn(String table, String column, List<String> key, String context) {

    public static SealedColumn of(String table, String column, String key, String context) {
        return new SealedColumn(table, column, List.of(key), context);
    }
}
