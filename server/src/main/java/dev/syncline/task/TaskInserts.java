package dev.syncline.task;

import static dev.syncline.sql.ArrayColumns.bigint;
import static dev.syncline.sql.ArrayColumns.bool;
import static dev.syncline.sql.ArrayColumns.bytes;
import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.sql.ArrayColumns;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Inserts new tasks, many in one statement. */
@Repository
class TaskInserts {

    private static final String INSERT = """
            insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, user_id, user_name,
                action, source, takes_away, priority, initiator_kind, initiator_id, initiator_name, cause_type, cause_id, cause_name,
                batch_id, parameters, sealed_secrets, remote_id, invalid, supersedes_id, waits_for, waits_also, wait_reason, status, opened_at, due_at)
            select u.id, u.object_id, u.turn, u.application_id, u.application_name, u.object_type, u.object_id, u.object_name, u.user_id,
                u.user_name, u.action, u.source, u.takes_away, u.priority, u.initiator_kind, u.initiator_id, u.initiator_name,
                u.cause_type, u.cause_id, u.cause_name, u.batch_id, u.parameters::jsonb, u.sealed_secrets, u.remote_id, u.invalid,
                u.supersedes_id, u.waits_for, u.waits_also::uuid[], u.wait_reason, 'QUEUED', ?,
                case when u.waits_for is null then ?::timestamptz else 'infinity' end
            from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[],
                ?::text[], ?::text[], ?::bool[], ?::smallint[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
              as u(id, turn, application_id, application_name, object_type, object_id, object_name, user_id, user_name,
                action, source, takes_away, priority, initiator_kind, initiator_id, initiator_name, cause_type, cause_id, cause_name,
                batch_id, parameters, sealed_secrets, remote_id, invalid, supersedes_id, waits_for, waits_also, wait_reason)
            """;

    private final JdbcTemplate jdbc;
    private final ArrayColumns<OpenedTask> columns;

    TaskInserts(JdbcTemplate jdbc, JsonMapper json, SecretSealer sealer) {
        this.jdbc = jdbc;
        this.columns = new ArrayColumns<>(
                uuid(OpenedTask::id), bigint(OpenedTask::turn),
                uuid(row -> row.task().applicationId()), text(row -> row.task().applicationName()),
                name(row -> row.task().objectType()), uuid(row -> row.task().objectId()), text(row -> row.task().objectName()),
                uuid(row -> row.task().userId()), text(row -> row.task().userName()),
                name(row -> row.task().action()), name(row -> row.task().source()), bool(OpenedTask::takesAway),
                integer(row -> row.task().priority().ordinal()),
                name(row -> row.task().initiator().kind()), uuid(row -> row.task().initiator().id()),
                text(row -> row.task().initiator().name()),
                text(row -> row.task().cause() == null ? null : row.task().cause().type()),
                uuid(row -> row.task().cause() == null ? null : row.task().cause().id()),
                text(row -> row.task().cause() == null ? null : row.task().cause().name()),
                uuid(row -> row.task().batchId()), text(row -> json.writeValueAsString(row.parameters())),
                bytes(row -> sealer.seal(row.id(), row.secrets())), text(row -> row.task().remoteId()),
                text(row -> row.task().invalid()), uuid(OpenedTask::supersedesId),
                uuid(row -> row.held() == null ? null : row.held().task()),
                text(row -> row.held() == null ? null : row.held().alsoAsLiteral()),
                text(row -> row.held() == null ? null : row.held().reason()));
    }

    void insert(List<OpenedTask> tasks, Instant now) {
        jdbc.update(INSERT, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(now));
            columns.bind(statement, 3, tasks);
        });
    }
}
