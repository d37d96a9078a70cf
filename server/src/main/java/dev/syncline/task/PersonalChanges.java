package dev.syncline.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** State changes a person asked for. The line is locked and the state was checked; the guards hold all the same. */
@Repository
class PersonalChanges {

    private static final String CONFIRM = """
            update task set status = 'CONFIRMED', settled_at = ?, settled_by = ?, settle_reason = ?, sealed_secrets = null
            where id = ? and status = 'FAILED'
            returning *
            """;

    private static final String CANCEL = """
            update task set status = 'CANCELLED', settled_at = ?, settled_by = ?, settle_reason = ?, due_at = null, wait_reason = null,
                waits_for = null, waits_also = null, sealed_secrets = null
            where id = any (?::uuid[]) and status = any (?::text[])
            returning *
            """;

    private static final String REQUEUE = """
            update task set status = 'QUEUED', due_at = ?, schedule_base = attempts, priority = ?
            where id = ? and status = 'FAILED'
            returning *
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;

    PersonalChanges(JdbcTemplate jdbc, TaskRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Task confirm(UUID id, @Nullable String by, @Nullable String reason, Instant now) {
        return jdbc.queryForObject(CONFIRM, rows, Timestamp.from(now), by, reason, id);
    }

    Task cancel(UUID id, @Nullable String by, @Nullable String reason, Instant now) {
        return jdbc.queryForObject(CANCEL, rows, Timestamp.from(now), by, reason, new UUID[] {id}, new String[] {"QUEUED", "FAILED"});
    }

    List<Task> cancelQueued(List<UUID> ids, @Nullable String by, String reason, Instant now) {
        return jdbc.query(CANCEL, rows, Timestamp.from(now), by, reason, ids.toArray(UUID[]::new), new String[] {"QUEUED"});
    }

    Task requeue(UUID id, Priority priority, Instant now) {
        return jdbc.queryForObject(REQUEUE, rows, Timestamp.from(now), priority.ordinal(), id);
    }
}
