package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the task table. */
@Component
public final class TaskRows implements RowMapper<Task> {

    private final JsonMapper json;

    TaskRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Task mapRow(ResultSet row, int number) throws SQLException {
        return new Task(
                uuid(row, "id"),
                uuid(row, "line_id"),
                row.getLong("turn"),
                uuid(row, "application_id"),
                row.getString("application_name"),
                ObjectType.valueOf(row.getString("object_type")),
                uuid(row, "object_id"),
                row.getString("object_name"),
                uuid(row, "user_id"),
                row.getString("user_name"),
                Action.valueOf(row.getString("action")),
                Source.valueOf(row.getString("source")),
                row.getBoolean("takes_away"),
                Priority.values()[row.getInt("priority")],
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), uuid(row, "initiator_id"), row.getString("initiator_name")),
                cause(row),
                uuid(row, "batch_id"),
                json.readValue(row.getString("parameters"), Parameters.class),
                uuid(row, "supersedes_id"),
                row.getString("invalid"),
                Status.valueOf(row.getString("status")),
                time(row, "opened_at"),
                time(row, "due_at"),
                uuid(row, "waits_for"),
                row.getInt("claims"),
                row.getInt("attempts"),
                row.getInt("schedule_base"),
                time(row, "started_at"),
                time(row, "lease_until"),
                time(row, "callback_due_at"),
                row.getString("wait_reason"),
                failureKind(row.getString("failure_kind")),
                row.getString("failure_message"),
                uuid(row, "failure_group"),
                row.getString("note"),
                row.getString("remote_id"),
                uuid(row, "superseded_by_id"),
                time(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("settle_reason"));
    }

    private static @Nullable Cause cause(ResultSet row) throws SQLException {
        String type = row.getString("cause_type");
        return type == null ? null : new Cause(type, uuid(row, "cause_id"), row.getString("cause_name"));
    }

    private static @Nullable FailureKind failureKind(String name) {
        return name == null ? null : FailureKind.valueOf(name);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        // The driver's word for infinity: due at no time, because it waits for another task.
        return at == null || at.equals(OffsetDateTime.MAX) ? null : at.toInstant();
    }
}
