package dev.syncline.task;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds tasks by id and by line. */
@Repository
class TaskReads {

    private static final String BY_ID = "select * from task where id = any (?::uuid[])";

    private static final String BY_ID_LOCKED = "select * from task where id = any (?::uuid[]) order by id for update";

    private static final String UNSETTLED = """
            select * from task where line_id = any (?::uuid[]) and settled_at is null order by line_id, turn
            """;

    private static final String UNSETTLED_LOCKED = UNSETTLED + " for update";

    private static final String SEALED = "select sealed_secrets from task where id = ?";

    // What holds a task: one of its line on the wire, an earlier one that it may not pass, or the one of another line it waits for.
    private static final String BLOCKERS = """
            select t.id, coalesce(b.id, t.waits_for) as blocker
            from task t
            left join lateral (
                select e.id from task e
                where e.line_id = t.line_id and e.settled_at is null and e.id <> t.id
                  and (e.status in ('RUNNING', 'AWAITING_CALLBACK')
                       or e.turn < t.turn and not (t.takes_away and e.status = 'FAILED'))
                order by e.turn
                limit 1) b on true
            where t.id = any (?::uuid[]) and t.status = 'QUEUED' and coalesce(b.id, t.waits_for) is not null
            """;

    private static final String BECAUSE = "select * from task where cause_id = any (?::uuid[]) order by id desc limit ?";

    private static final String COUNTS = """
            select batch_id, status, count(*) as tasks from task where batch_id = any (?::uuid[]) group by batch_id, status
            """;

    private static final String QUEUED_OF_BATCH = """
            select id from task where batch_id = ? and status = 'QUEUED' order by id limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;

    TaskReads(JdbcTemplate jdbc, TaskRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Task> find(Collection<UUID> ids) {
        return query(BY_ID, ids);
    }

    Optional<Task> locked(UUID id) {
        return query(BY_ID_LOCKED, List.of(id)).stream().findFirst();
    }

    List<Task> unsettled(Collection<UUID> lines) {
        return query(UNSETTLED, lines);
    }

    List<Task> unsettledLocked(Collection<UUID> lines) {
        return query(UNSETTLED_LOCKED, lines);
    }

    byte @Nullable [] sealed(UUID id) {
        return jdbc.queryForObject(SEALED, byte[].class, id);
    }

    Map<UUID, UUID> blockers(Collection<UUID> ids) {
        Map<UUID, UUID> blockers = new HashMap<>();
        jdbc.query(BLOCKERS, row -> {
            blockers.put(row.getObject("id", UUID.class), row.getObject("blocker", UUID.class));
        }, (Object) ids.toArray(UUID[]::new));
        return blockers;
    }

    List<Task> because(Collection<UUID> causes, int limit) {
        return jdbc.query(BECAUSE, rows, causes.toArray(UUID[]::new), limit);
    }

    List<UUID> queuedOfBatch(UUID batch, int limit) {
        return jdbc.queryForList(QUEUED_OF_BATCH, UUID.class, batch, limit);
    }

    Map<UUID, Map<Status, Integer>> counts(Collection<UUID> batches) {
        Map<UUID, Map<Status, Integer>> counts = new HashMap<>();
        jdbc.query(COUNTS, row -> {
            counts.computeIfAbsent(row.getObject("batch_id", UUID.class), _ -> new EnumMap<>(Status.class))
                    .put(Status.valueOf(row.getString("status")), row.getInt("tasks"));
        }, (Object) batches.toArray(UUID[]::new));
        return counts;
    }

    private List<Task> query(String sql, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.query(sql, rows, (Object) ids.toArray(UUID[]::new));
    }
}
