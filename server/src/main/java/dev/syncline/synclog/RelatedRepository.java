package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.rights.Scope;
import dev.syncline.synclog.TaskDetail.Related;
import dev.syncline.synclog.TaskDetail.Relation;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tasks around one task. */
@Repository
class RelatedRepository {

    // The most telling relation first: a task is shown once. Queued tasks come as candidates: whether they wait for this
    // one is the ledger's to say.
    private static final String AROUND = """
            (select 'SUPERSEDES' as relation, id, action, source, status, opened_at, settled_at from task where id = :supersedes)
            union all
            (select 'WAITED_FOR', id, action, source, status, opened_at, settled_at from task
             where id = any (array_append((select waits_also from task where id = :id), :waitsFor))
             order by id limit 50)
            union all
            (select 'SUPERSEDED_BY', id, action, source, status, opened_at, settled_at from task where id = :supersededBy)
            union all
            (select 'WAITS_FOR_THIS', id, action, source, status, opened_at, settled_at from task
             where waits_for = :id or waits_also @> array[:id]
             order by id limit 50)
            union all
            (select 'WAITS_FOR_THIS', id, action, source, status, opened_at, settled_at from task
             where line_id = :line and status = 'QUEUED' and settled_at is null and id <> :id
             order by turn limit 50)
            union all
            (select 'EARLIER', id, action, source, status, opened_at, settled_at from task
             where line_id = :line and id < :id
             order by id desc limit 10)
            union all
            (select 'LATER', id, action, source, status, opened_at, settled_at from task
             where line_id = :line and id > :id
             order by id limit 10)
            union all
            (select 'SAME_BATCH', id, action, source, status, opened_at, settled_at from task
             where batch_id = :batch and id <> :id and line_id <> :line and (:seesAll or application_id = any (:visible))
             order by id limit 5)
            """;

    private final Reading reading;

    RelatedRepository(Reading reading) {
        this.reading = reading;
    }

    /** The most telling relation first, nearest first within each; a task may come in several. Those that wait are candidates. */
    List<Related> around(Task task, Scope visible) {
        return reading.read(jdbc -> jdbc.sql(AROUND)
                .param("id", task.id())
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("line", task.lineId())
                .param("supersedes", task.supersedesId(), Types.OTHER)
                .param("waitsFor", task.waitsFor(), Types.OTHER)
                .param("supersededBy", task.supersededById(), Types.OTHER)
                .param("batch", task.batchId(), Types.OTHER)
                .query((row, number) -> new Related(
                        row.getObject("id", UUID.class),
                        Action.valueOf(row.getString("action")),
                        Source.valueOf(row.getString("source")),
                        Status.valueOf(row.getString("status")),
                        time(row, "opened_at"),
                        time(row, "settled_at"),
                        Relation.valueOf(row.getString("relation"))))
                .list());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
