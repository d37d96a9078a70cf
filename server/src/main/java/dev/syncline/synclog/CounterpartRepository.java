package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.synclog.Counterparts.Success;
import dev.syncline.task.Task;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Finds tasks that went well. Looks at the newest tasks only, by index, so that a busy application costs no more than a quiet one. */
@Repository
class CounterpartRepository {

    private static final int NEWEST_OF_OBJECT = 500;
    private static final int NEWEST_OF_APPLICATION = 5_000;

    private static final String SAME_OBJECT = """
            select * from (select * from task where line_id = :line and id <> :id order by id desc limit :newest) newest
            where status = 'SUCCEEDED'
            order by action = :action desc, id desc
            limit 1
            """;

    // What is rare in a busy application is rare everywhere, and has an index of its own.
    private static final String SAME_KIND = """
            with newest as (
                (select * from task where application_id = :application order by id desc limit :newest)
                union all
                (select * from task where action = :action and action not in ('CREATE', 'UPDATE') order by id desc limit :newest))
            select * from newest
            where application_id = :application and object_type = :objectType and action = :action and status = 'SUCCEEDED' and line_id <> :line
            order by id desc
            limit 1
            """;

    private final Reading reading;

    CounterpartRepository(Reading reading) {
        this.reading = reading;
    }

    Counterparts of(Task task) {
        return new Counterparts(
                first(SAME_OBJECT, NEWEST_OF_OBJECT, task),
                first(SAME_KIND, NEWEST_OF_APPLICATION, task));
    }

    private Success first(String sql, int newest, Task task) {
        return reading.read(jdbc -> jdbc.sql(sql)
                .param("id", task.id())
                .param("line", task.lineId())
                .param("application", task.applicationId())
                .param("objectType", task.objectType().name())
                .param("action", task.action().name())
                .param("newest", newest)
                .query((row, number) -> new Success(row.getObject("id", UUID.class), row.getString("object_name"),
                        Action.valueOf(row.getString("action")), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null));
    }
}
