package dev.syncline.bulkrepair;

import dev.syncline.bulkrepair.BulkRepair.Order;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the table {@code bulk_repair}. */
@Component
class BulkRepairRows implements RowMapper<BulkRepair> {

    private static final TypeReference<Map<String, List<String>>> FILTER = new TypeReference<>() {};

    private final JsonMapper json;

    BulkRepairRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public BulkRepair mapRow(ResultSet row, int number) throws SQLException {
        String filter = row.getString("filter");
        return new BulkRepair(
                row.getObject("id", UUID.class),
                RepairAction.valueOf(row.getString("action")),
                BulkRepair.Status.valueOf(row.getString("status")),
                filter == null ? null : json.readValue(filter, FILTER),
                ids(row.getArray("selection")),
                scope(row.getArray("visible")),
                row.getInt("total"),
                new RepairCounts(row.getInt("waiting"), row.getInt("under_way"), row.getInt("done"), row.getInt("failed_again"),
                        row.getInt("changed"), row.getInt("refused"), row.getInt("not_done")),
                row.getInt("left_out"),
                row.getInt("deletions"),
                row.getInt("taking_away"),
                order(row),
                row.getInt("failures_before"),
                instant(row, "next_at"),
                row.getString("approved_by"),
                row.getString("because"),
                actor(row, "planner"),
                instant(row, "created_at"),
                instant(row, "planned_at"),
                instant(row, "expires_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Order order(ResultSet row) throws SQLException {
        return row.getTimestamp("started_at") == null
                ? null
                : new Order(actor(row, "runner"), row.getString("reason"), new Pace(row.getInt("per_minute")),
                        row.getObject("stop_after", Integer.class));
    }

    private static Actor actor(ResultSet row, String role) throws SQLException {
        return new Actor(Actor.Kind.valueOf(row.getString(role + "_kind")), row.getObject(role + "_id", UUID.class), row.getString(role + "_name"));
    }

    private static Scope scope(Array array) throws SQLException {
        return array == null ? Scope.ALL : Scope.of(Set.of((UUID[]) array.getArray()));
    }

    private static @Nullable List<UUID> ids(Array array) throws SQLException {
        return array == null ? null : List.of((UUID[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
