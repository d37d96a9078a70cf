package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Pages of the list, and which tasks hold others. */
@Repository
class LogRepository {

    /**
     * A task with what it does not know itself.
     *
     * @param maxAttempts null when the application is gone
     */
    record Listed(Task task, Integer maxAttempts) {}

    /** The unsettled task that another one has to wait for: of its line, or of another one. */
    record Blocker(UUID id, Action action, Status status, ObjectType objectType, String name) {}

    // The page is cut from ids alone; whole rows are read only for what is shown.
    private static final String ROWS = """
            select t.*, a.max_attempts
            from (%s) page
            join task t on t.id = page.id
            left join application a on a.id = t.application_id
            order by t.id %s
            """;

    private static final String NEWEST = "select id from task order by id desc limit 1";

    private static final String BLOCKERS = "select id, action, status, object_type, object_name from task where id in (:ids)";

    private final Reading reading;
    private final TaskRows rows;

    LogRepository(Reading reading, TaskRows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    /**
     * Tasks in order of opening.
     *
     * @param after the last id of the page before; null for the first page
     */
    List<Listed> page(TaskFilter filter, boolean oldestFirst, @Nullable UUID after, int limit) {
        String direction = oldestFirst ? "asc" : "desc";
        Matching matching = new Matching(filter).with("limit", limit);
        if (after != null) {
            matching.and(oldestFirst ? "t.id > :after" : "t.id < :after", "after", after);
        }
        String page = matching.select("t.id", "order by id " + direction + " limit :limit");
        return listed(ROWS.formatted(page, direction), matching.parameters());
    }

    /** The task opened last, by whichever server; empty when there is none. */
    Optional<UUID> newest() {
        return reading.read(jdbc -> jdbc.sql(NEWEST).query(UUID.class).optional());
    }

    List<Listed> listed(Collection<UUID> ids) {
        return listed(ROWS.formatted("select id from task where id in (:ids)", "asc"), Map.of("ids", ids));
    }

    /** Those of the given tasks that match. */
    List<UUID> among(TaskFilter filter, Collection<UUID> ids) {
        Matching matching = new Matching(filter).and("t.id in (:ids)", "ids", ids);
        return reading.read(jdbc -> jdbc.sql(matching.select("t.id", "")).params(matching.parameters()).query(UUID.class).list());
    }

    Map<UUID, Blocker> blockers(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Blocker> blockers = reading.read(jdbc -> jdbc.sql(BLOCKERS).param("ids", ids).query((row, number) -> new Blocker(
                row.getObject("id", UUID.class), Action.valueOf(row.getString("action")), Status.valueOf(row.getString("status")),
                ObjectType.valueOf(row.getString("object_type")), row.getString("object_name"))).list());
        return blockers.stream().collect(Collectors.toMap(Blocker::id, Function.identity()));
    }

    private List<Listed> listed(String sql, Map<String, Object> parameters) {
        return reading.read(jdbc -> jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> new Listed(rows.mapRow(row, number), row.getObject("max_attempts", Integer.class)))
                .list());
    }
}
