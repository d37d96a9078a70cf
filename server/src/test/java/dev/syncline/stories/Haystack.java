package dev.syncline.stories;

import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.WireBodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that was written, as text, by the place where it was written. */
final class Haystack {

    private static final String TABLES = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname
            """;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}");

    private final Map<String, StringBuilder> texts = new TreeMap<>();

    void add(String place, String text) {
        texts.computeIfAbsent(place, _ -> new StringBuilder()).append(text).append('\n');
    }

    /** All columns of all rows of all tables. */
    void addDatabase(TestServer server) {
        WireBodies bodies = server.bean(WireBodies.class);
        List<String> tables = server.database().jdbc().sql(TABLES).query(String.class).list();
        for (String table : tables) {
            server.database().jdbc().sql("select * from " + table).query(row -> {
                addRow(table, row, bodies);
            });
        }
    }

    /** Every file below a folder but the keys. */
    void addFiles(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).filter(path -> !path.toString().contains("keyset")).toList()) {
                add("file " + folder.relativize(path), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places where it stands. */
    Set<String> find(Canary canary) {
        return places(canary::isIn);
    }

    Set<String> find(String text) {
        return places(all -> all.contains(text));
    }

    private Set<String> places(Predicate<String> isIn) {
        Set<String> places = new TreeSet<>();
        texts.forEach((place, text) -> {
            if (isIn.test(text.toString())) {
                places.add(place);
            }
        });
        return places;
    }

    private void addRow(String table, ResultSet row, WireBodies bodies) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String place = table + "." + columns.getColumnName(i);
            if (!columns.getColumnTypeName(i).equals("bytea")) {
                add(place, String.valueOf(row.getString(i)));
            } else if (row.getBytes(i) != null) {
                add(place, new String(row.getBytes(i), StandardCharsets.ISO_8859_1));
                add(place, new String(row.getBytes(i), StandardCharsets.UTF_8));
            }
        }
        if (table.equals("wire_message")) {
            String body = bodies.decode(row.getObject("task_id", UUID.class), row.getInt("codec"), row.getBytes("body"));
            add("wire_message.body", body);
            add("wire_message.body", insideBase64(body));
        }
    }

    /** What base64 hides in base64 (a header within an encoded body). */
    private static String insideBase64(String text) {
        StringBuilder inside = new StringBuilder();
        Matcher matcher = BASE64.matcher(text);
        while (matcher.find()) {
            String token = matcher.group().replace('-', '+').replace('_', '/');
            byte[] decoded = Base64.getDecoder().decode(token.substring(0, token.length() / 4 * 4));
            inside.append(new String(decoded, StandardCharsets.ISO_8859_1)).append('\n');
        }
        return inside.toString();
    }
}
