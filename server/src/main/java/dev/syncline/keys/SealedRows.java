package dev.syncline.keys;

import dev.syncline.secret.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes sealed columns of any table. Names come from the code alone. */
@Repository
class SealedRows {

    /** @param key values of the primary key, in its order */
    record Row(List<Object> key, byte[] sealed, String context) {}

    private final JdbcTemplate jdbc;

    SealedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next rows, by primary key, that were sealed with another key than the one whose prefix this is. Rows somebody else has locked are
     * passed over.
     *
     * @param after the key of the last row before; empty for the first ones
     */
    List<Row> next(SealedColumn of, byte[] prefix, List<Object> after, int limit) {
        String keys = String.join(", ", of.key());
        String beyond = after.isEmpty() ? "" : "and (" + keys + ") > (" + marks(after.size()) + ")";
        String sql = """
                select %1$s, %2$s as sealed, %3$s as context
                from %4$s
                where length(%2$s) > 5 and substring(%2$s from 1 for 5) <> ? %5$s
                order by %1$s
                limit %6$d
                for update skip locked
                """.formatted(keys, of.column(), of.context(), of.table(), beyond, limit);
        List<Object> parameters = new ArrayList<>();
        parameters.add(prefix);
        parameters.addAll(after);
        return jdbc.query(sql, (row, number) -> read(of, row), parameters.toArray());
    }

    void update(SealedColumn of, Row row, byte[] sealed) {
        String sql = "update %s set %s = ? where (%s) = (%s)".formatted(of.table(), of.column(), String.join(", ", of.key()), marks(of.key().size()));
        jdbc.update(sql, Stream.concat(Stream.of((Object) sealed), row.key().stream()).toArray());
    }

    /** How many values each key has sealed, by its prefix in hexadecimal digits. */
    Map<String, Long> counts(SealedColumn of) {
        String sql = """
                select substring(%1$s from 1 for 5) as prefix, count(*) as sealed
                from %2$s
                where length(%1$s) > 5
                group by 1
                """.formatted(of.column(), of.table());
        return jdbc.query(sql, (row, number) -> Map.entry(HexFormat.of().formatHex(row.getBytes("prefix")), row.getLong("sealed"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Whether payloads at rest need the key. They keep the key they were sealed with: they are written once, and go by their own period of
     * retention.
     */
    boolean payloads(byte[] prefix) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from wire_message where codec >= 100 and substring(body from 1 for 5) = ?)", Boolean.class, (Object) prefix));
    }

    /** One server at a time; until the transaction ends. */
    boolean mine() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('resealing'))", Boolean.class));
    }

    private static Row read(SealedColumn of, ResultSet row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (String column : of.key()) {
            key.add(row.getObject(column));
        }
        return new Row(key, row.getBytes("sealed"), row.getString("context"));
    }

    private static String marks(int count) {
        return Stream.generate(() -> "?").limit(count).collect(Collectors.joining(", "));
    }
}
