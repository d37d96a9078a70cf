package dev.syncline.notification;

import dev.syncline.id.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When the last task of each application was opened. */
@Repository
class ActivityQuery {

    private static final String LAST = """
            last as (
                select s.id, s.name, s.created_at, newest.id as task
                from scope s
                left join lateral (select t.id from task t where t.application_id = s.id order by t.id desc limit 1) newest on true
                where s.data_synchronization)
            select * from last order by name
            """;

    private final LimitedReading reading;

    ActivityQuery(LimitedReading reading) {
        this.reading = reading;
    }

    /** An application that never had a task is silent since it was made. */
    List<Finding> find(Condition.NoActivity condition, Scope scope, Instant now) {
        Duration longest = Duration.ofMinutes(condition.minutes());
        return reading.read(jdbc -> scope.over(jdbc, LAST)
                .query((row, number) -> {
                    UUID task = row.getObject("task", UUID.class);
                    Timestamp made = row.getTimestamp("created_at");
                    Instant last = task == null ? made.toInstant() : Ids.madeAt(task);
                    return silence(condition.hours(), last, now).compareTo(longest) < 0 ? Optional.<Finding>empty()
                            : Optional.of(new Finding(row.getObject("id", UUID.class), row.getString("name"), "", Facts.since(last)));
                })
                .list()).stream().flatMap(Optional::stream).toList();
    }

    private static Duration silence(@Nullable Hours hours, Instant last, Instant now) {
        return hours == null ? Duration.between(last, now) : hours.between(last, now);
    }
}
