package dev.syncline.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The columns of a list of rows, bound as one array parameter each: {@code select ... from unnest(?::uuid[], ?::text[])}.
 *
 * @param <T> the row
 */
public final class ArrayColumns<T> {

    /** One column: the element type of its SQL array, and where its value comes from. */
    public record Column<T>(String type, Function<T, ?> value) {}

    private final List<Column<T>> columns;

    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once
    public ArrayColumns(Column<T>... columns) {
        this.columns = List.of(columns);
    }

    public static <T> Column<T> uuid(Function<T, UUID> value) {
        return new Column<>("uuid", value);
    }

    public static <T> Column<T> text(Function<T, String> value) {
        return new Column<>("text", value);
    }

    /** An enum by its name. */
    public static <T> Column<T> name(Function<T, ? extends Enum<?>> value) {
        return new Column<>("text", row -> {
            Enum<?> constant = value.apply(row);
            return constant == null ? null : constant.name();
        });
    }

    public static <T> Column<T> integer(Function<T, Integer> value) {
        return new Column<>("int4", value);
    }

    public static <T> Column<T> bigint(Function<T, Long> value) {
        return new Column<>("int8", value);
    }

    public static <T> Column<T> bool(Function<T, Boolean> value) {
        return new Column<>("bool", value);
    }

    public static <T> Column<T> time(Function<T, Instant> value) {
        return new Column<>("timestamptz", row -> {
            Instant at = value.apply(row);
            return at == null ? null : at.toString();
        });
    }

    public static <T> Column<T> bytes(Function<T, byte[]> value) {
        return new Column<>("bytea", value);
    }

    /** Binds from the given parameter on and answers the parameter after the last one bound. */
    public int bind(PreparedStatement statement, int from, List<T> rows) throws SQLException {
        int parameter = from;
        for (Column<T> column : columns) {
            statement.setArray(parameter++, array(statement.getConnection(), column, rows));
        }
        return parameter;
    }

    private static <T> java.sql.Array array(Connection connection, Column<T> column, List<T> rows) throws SQLException {
        // The driver takes bytea only as byte[][]; everything else travels as objects with their text form.
        Object[] values = column.type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.value.apply(rows.get(i));
        }
        return connection.createArrayOf(column.type, values);
    }
}
