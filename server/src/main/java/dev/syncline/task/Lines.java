package dev.syncline.task;

import static dev.syncline.sql.ArrayColumns.bigint;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.sql.ArrayColumns;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The order of operations on one object. Whoever changes the unsettled tasks of a line locks its row first, always in the order of
 * ids: so turns follow the order of commits, and two transactions never wait for each other in a circle.
 */
@Repository
class Lines {

    private static final String TAKE = """
            insert into line (id, next_turn, search_text)
            select u.id, u.taken + 1, u.search_text
            from unnest(?::uuid[], ?::bigint[], ?::text[]) as u(id, taken, search_text)
            order by u.id
            on conflict (id) do update set
                next_turn = line.next_turn + excluded.next_turn - 1,
                search_text = case
                    when position(excluded.search_text in line.search_text) > 0 then line.search_text
                    else left(excluded.search_text || ' ' || line.search_text, 2000) end
            returning id, next_turn
            """;

    private static final String LOCK = """
            select id from line where id = any (?::uuid[]) order by id for update
            """;

    private static final String NAME = """
            update line set search_text = left(n.name || ' ' || line.search_text, 2000)
            from (select ?::uuid as id, ?::text as name) n
            where line.id = n.id and position(n.name in line.search_text) = 0
            """;

    private static final String REMEMBER = """
            insert into remote_name (line_id, search_text)
            select u.line_id, left(lower(u.remote_id), 500) from unnest(?::uuid[], ?::text[]) as u(line_id, remote_id)
            on conflict do nothing
            """;

    private static final ArrayColumns<Map.Entry<UUID, Need>> COLUMNS = new ArrayColumns<>(
            uuid(Map.Entry::getKey), bigint(need -> need.getValue().turns()), text(need -> need.getValue().searchText()));

    private record Need(long turns, String searchText) {
        Need plus(Need other) {
            return new Need(turns + other.turns, searchText);
        }
    }

    private final JdbcTemplate jdbc;

    Lines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the lines of the tasks, making those that are new, and answers each line's first turn of those taken. */
    Map<UUID, Long> takeTurns(List<NewTask> tasks) {
        Map<UUID, Need> needs = new LinkedHashMap<>();
        tasks.forEach(task -> needs.merge(task.objectId(), new Need(1, searchText(task)), Need::plus));
        Map<UUID, Long> first = new HashMap<>();
        List<Map.Entry<UUID, Need>> rows = List.copyOf(needs.entrySet());
        jdbc.query(TAKE, statement -> COLUMNS.bind(statement, 1, rows), row -> {
            UUID line = row.getObject("id", UUID.class);
            long taken = Objects.requireNonNull(needs.get(line), "the lines that come back are those that were sent").turns();
            first.put(line, row.getLong("next_turn") - taken);
        });
        return first;
    }

    /** Locks lines for the rest of the transaction. */
    void lock(Collection<UUID> lines) {
        UUID[] ids = lines.stream().distinct().sorted().toArray(UUID[]::new);
        jdbc.query(LOCK, statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids)), row -> {});
    }

    /** Keeps the names of a task that takes another one's turn, so that the log can be searched for them. The line must be locked. */
    void remember(NewTask task) {
        jdbc.update(NAME, task.objectId(), searchText(task));
    }

    /** Keeps the ids objects have in their targets, so that the log can be searched for them. */
    void remember(Map<UUID, String> remoteIds) {
        if (!remoteIds.isEmpty()) {
            List<UUID> ids = List.copyOf(remoteIds.keySet());
            jdbc.update(REMEMBER, ids.toArray(UUID[]::new), ids.stream().map(remoteIds::get).toArray(String[]::new));
        }
    }

    private static String searchText(NewTask task) {
        String user = task.userName() == null ? "" : " " + task.userName();
        return (task.objectName() + user).toLowerCase(Locale.ROOT);
    }
}
