package dev.syncline.task;

import static dev.syncline.sql.ArrayColumns.bool;
import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.time;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.sql.ArrayColumns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes how attempts ended, many in one statement, each only if its task still runs under the attempt's number. */
@Repository
class Settling {

    /** A settlement as the columns it sets. */
    private record Row(
            UUID id,
            int attempt,
            Status status,
            @Nullable Instant dueAt,
            @Nullable Instant callbackDueAt,
            @Nullable String waitReason,
            @Nullable FailureKind failureKind,
            @Nullable String failureMessage,
            @Nullable String note,
            @Nullable String remoteId,
            @Nullable Instant settledAt,
            boolean counted,
            @Nullable Instant leaseEndedBefore) {

        static Row of(Settlement settlement) {
            UUID id = settlement.taskId();
            int attempt = settlement.attempt();
            Instant lease = settlement.leaseEndedBefore();
            return switch (settlement.verdict()) {
                case Verdict.Succeed(String remoteId, String note) -> new Row(
                        id, attempt, Status.SUCCEEDED, null, null, null, null, null, note, remoteId, settlement.endedAt(), true, lease);
                case Verdict.Await(String remoteId, Instant dueAt) -> new Row(
                        id, attempt, Status.AWAITING_CALLBACK, null, dueAt, null, null, null, null, remoteId, null, true, lease);
                case Verdict.RetryLater(FailureKind kind, String message, Instant dueAt, boolean counted, String reason) -> new Row(
                        id, attempt, Status.QUEUED, dueAt, null, reason, kind, message, null, null, null, counted, lease);
                case Verdict.Fail(FailureKind kind, String message) -> new Row(
                        id, attempt, Status.FAILED, null, null, null, kind, message, null, null, null, true, lease);
            };
        }
    }

    private static final String SETTLE = """
            update task t set
                status = u.status, due_at = u.due_at, callback_due_at = u.callback_due_at, wait_reason = u.wait_reason,
                failure_kind = u.failure_kind, failure_message = u.failure_message,
                note = coalesce(u.note, t.note), remote_id = coalesce(u.remote_id, t.remote_id),
                settled_at = u.settled_at, attempts = t.attempts + u.counted::int,
                runner_id = null, lease_until = null,
                sealed_secrets = case when u.settled_at is null then t.sealed_secrets end
            from unnest(?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::timestamptz[], ?::bool[], ?::timestamptz[])
                as u(id, attempt, status, due_at, callback_due_at, wait_reason, failure_kind, failure_message, note,
                    remote_id, settled_at, counted, lease_ended_before)
            where t.id = u.id and t.status = 'RUNNING' and t.claims = u.attempt
              and (u.lease_ended_before is null or t.lease_until < u.lease_ended_before)
            returning t.*
            """;

    private static final ArrayColumns<Row> COLUMNS = new ArrayColumns<>(
            uuid(Row::id), integer(Row::attempt), name(Row::status), time(Row::dueAt), time(Row::callbackDueAt), text(Row::waitReason),
            name(Row::failureKind), text(Row::failureMessage), text(Row::note), text(Row::remoteId), time(Row::settledAt),
            bool(Row::counted), time(Row::leaseEndedBefore));

    private final JdbcTemplate jdbc;
    private final TaskRows rows;

    Settling(JdbcTemplate jdbc, TaskRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Said once at the beginning of a settling transaction. */
    void planOnce() {
        jdbc.execute(HotPath.PLAN_ONCE);
    }

    /** Answers the tasks whose settlement counted, as they are now. */
    List<Task> settle(List<Settlement> settlements) {
        List<Row> changes = settlements.stream().map(Row::of).toList();
        return jdbc.query(SETTLE, statement -> COLUMNS.bind(statement, 1, changes), rows);
    }
}
