package dev.syncline.task;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** State changes of tasks that wait for their target's later answer. */
@Repository
class Answers {

    // A late success still counts, but only after "no callback".
    private static final String SUCCEED = """
            update task set status = 'SUCCEEDED', settled_at = ?, callback_due_at = null, failure_kind = null, failure_message = null,
                remote_id = coalesce(?, remote_id), note = coalesce(?, note), sealed_secrets = null
            where id = ? and (status = 'AWAITING_CALLBACK' or status = 'FAILED' and failure_kind = 'NO_CALLBACK')
            returning *
            """;

    private static final String FAIL = """
            update task set status = 'FAILED', callback_due_at = null, failure_kind = ?, failure_message = ?
            where id = ? and status = 'AWAITING_CALLBACK'
            returning *
            """;

    private static final String OVERDUE = """
            select * from task where status = 'AWAITING_CALLBACK' and callback_due_at < ? order by callback_due_at limit ?
            """;

    private static final String EXPIRE = """
            update task set status = 'FAILED', callback_due_at = null, failure_kind = 'NO_CALLBACK',
                failure_message = 'No callback: the application took the request and did not answer by the deadline.'
            where id = any (?::uuid[]) and status = 'AWAITING_CALLBACK' and callback_due_at < ?
            returning *
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;

    Answers(JdbcTemplate jdbc, TaskRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Task> succeed(UUID id, @Nullable String remoteId, @Nullable String note, Instant now) {
        return jdbc.query(SUCCEED, rows, Timestamp.from(now), remoteId, note, id);
    }

    List<Task> fail(UUID id, FailureKind kind, String message) {
        return jdbc.query(FAIL, rows, kind.name(), message, id);
    }

    List<Task> overdue(Instant now, int limit) {
        return jdbc.query(OVERDUE, rows, Timestamp.from(now), limit);
    }

    List<Task> expire(List<UUID> ids, Instant now) {
        return jdbc.query(EXPIRE, rows, ids.toArray(UUID[]::new), Timestamp.from(now));
    }
}
