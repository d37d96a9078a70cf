package dev.syncline.task;

import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.sql.ArrayColumns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tells the listener of tasks that have just failed, and keeps with each the group it belongs to. */
@Repository
class Failures {

    private static final String GROUP = """
            update task set failure_group = u.failure_group
            from unnest(?::uuid[], ?::uuid[]) as u(id, failure_group)
            where task.id = u.id and task.status = 'FAILED'
            """;

    private static final ArrayColumns<Map.Entry<UUID, UUID>> COLUMNS = new ArrayColumns<>(uuid(Map.Entry::getKey), uuid(Map.Entry::getValue));

    private final ObjectProvider<FailureListener> listener;
    private final JdbcTemplate jdbc;

    Failures(ObjectProvider<FailureListener> listener, JdbcTemplate jdbc) {
        this.listener = listener;
        this.jdbc = jdbc;
    }

    /** The lines are locked. Of these tasks only those that failed count. */
    void among(List<Task> changed) {
        List<Task> failed = changed.stream().filter(task -> task.status() == Status.FAILED).toList();
        if (!failed.isEmpty()) {
            listener.ifAvailable(one -> keep(List.copyOf(one.failed(failed).entrySet())));
        }
    }

    private void keep(List<Map.Entry<UUID, UUID>> groups) {
        jdbc.update(GROUP, statement -> COLUMNS.bind(statement, 1, groups));
    }
}
