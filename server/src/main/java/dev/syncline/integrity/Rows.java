package dev.syncline.integrity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads what is sealed, as text that is the same on every server and after every dump: times in microseconds since 1970, documents as
 * PostgreSQL writes jsonb, bytes in hex. The statements are part of the format: never changed, only followed by a next one.
 */
final class Rows {

    private static final String TASK = """
            select id, array[line_id::text, turn::text, application_id::text, application_name, object_type, object_id::text, user_id::text,
                    action, source, takes_away::text, initiator_kind, initiator_id::text, cause_type, cause_id::text, batch_id::text,
                    supersedes_id::text, status, (extract(epoch from opened_at) * 1000000)::bigint::text, claims::text, attempts::text,
                    failure_kind, superseded_by_id::text, (extract(epoch from settled_at) * 1000000)::bigint::text] as fixed,
                array[object_name, user_name, initiator_name, cause_name, parameters::text, invalid, failure_message, note, remote_id,
                    settled_by, settle_reason] as personal
            from task
            where id = any (?)
            """;

    private static final String ENTRY = """
            select task_id as id, array[id::text, (extract(epoch from at) * 1000000)::bigint::text, event] as fixed,
                array[actor, message, detail::text] as personal
            from entry
            where task_id = any (?)
            order by task_id, entry.id
            """;

    private static final String ATTEMPT = """
            select task_id as id, array[number::text, runner_id::text, (extract(epoch from started_at) * 1000000)::bigint::text,
                    (extract(epoch from ended_at) * 1000000)::bigint::text, outcome, failure_kind, counted::text] as fixed,
                array[message] as personal
            from attempt
            where task_id = any (?)
            order by task_id, number
            """;

    private static final String WIRE_MESSAGE = """
            select task_id as id, array[attempt::text, seq::text, kind, (extract(epoch from at) * 1000000)::bigint::text, protocol, operation,
                    status, codec::text, size::text, cut::text] as fixed,
                array[target, encode(body, 'hex')] as personal
            from wire_message
            where task_id = any (?)
            order by task_id, attempt, seq, kind
            """;

    private static final String AUDIT = """
            select id, array[(extract(epoch from at) * 1000000)::bigint::text, actor_kind, actor_id::text, act, object_type, object_id,
                    application_id::text, method, (extract(epoch from ended_at) * 1000000)::bigint::text, outcome, code, status::text,
                    times::text] as fixed,
                array[actor_name, object_name, reason, before::text, after::text, path, remote_address, user_agent, request_id] as personal
            from audit_entry
            where id = any (?)
            """;

    private static final String NOTICE = """
            select id, array[(extract(epoch from at) * 1000000)::bigint::text, kind, what, subject_id::text, application_id::text,
                    from_id::text, to_id::text, records::text, encode(digest, 'hex'), actor_kind, actor_id::text, actor_name, reason] as fixed,
                array[]::text[] as personal
            from sealed_notice
            where id = any (?)
            """;

    private Rows() {}

    private static List<String> statements(Kind kind) {
        return switch (kind) {
            case TASK -> List.of(TASK, ENTRY, ATTEMPT, WIRE_MESSAGE);
            case AUDIT -> List.of(AUDIT);
            case NOTICE -> List.of(NOTICE);
        };
    }

    /** The rows of some records: by id, for each table of the kind a list. What is not there is missing; the first table has one row. */
    static Map<UUID, List<List<Row>>> read(Connection database, Kind kind, Collection<UUID> ids) throws SQLException {
        Map<UUID, List<List<Row>>> found = new HashMap<>();
        List<String> statements = statements(kind);
        for (int table = 0; table < statements.size(); table++) {
            try (PreparedStatement statement = database.prepareStatement(statements.get(table))) {
                statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        add(found, rows, table, statements.size());
                    }
                }
            }
        }
        // Without its own row nothing is a task any more, whatever is left of it elsewhere.
        found.values().removeIf(tables -> tables.getFirst().isEmpty());
        return found;
    }

    private static void add(Map<UUID, List<List<Row>>> found, ResultSet row, int table, int tables) throws SQLException {
        found.computeIfAbsent(row.getObject("id", UUID.class), _ -> empty(tables)).get(table)
                .add(new Row(texts(row.getArray("fixed")), texts(row.getArray("personal"))));
    }

    private static List<List<Row>> empty(int tables) {
        List<List<Row>> lists = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
