package dev.syncline.notification;

import dev.syncline.task.FailureKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/** Failed tasks that wait for a person, by application and cause. So many of the oldest are looked at. */
@Repository
class HeldQuery {

    private static final int MOST = 50_000;

    private static final String HELD = """
            held as materialized (
                select id, application_id, user_id, object_name, failure_kind, failure_group, failure_message, started_at, opened_at
                from task
                where status = 'FAILED' and (:anything or action in ('DELETE', 'DISABLE'))
                order by id limit :most),
            standing as (
                select s.id as application, s.name, h.*,
                    -- One that had no answer began to wait for a person when its deadline had passed.
                    coalesce(h.started_at, h.opened_at)
                        + case when h.failure_kind = 'NO_CALLBACK' then make_interval(secs => s.callback_deadline_seconds) else interval '0' end as since
                from held h
                join scope s on s.id = h.application_id),
            waiting as (
                select *, row_number() over (partition by application, failure_kind, failure_group order by id) as place
                from standing where since <= :until),
            cause as (
                select application, name, failure_kind, failure_group, count(*) as tasks, count(distinct user_id) as people, min(since) as since,
                    (array_agg(failure_message order by id) filter (where place = 1)) as messages,
                    (array_agg(id order by id) filter (where place = 1))[1] as said_of,
                    array_agg(object_name order by id) filter (where place <= 5) as names
                from waiting
                group by application, name, failure_kind, failure_group
                order by count(*) desc
                limit 500)
            select c.*, g.id as group_id, g.pattern, case when g.state = 'ACKNOWLEDGED' then g.state_by end as seen_to_by
            from cause c
            left join failure_group g on g.id = c.failure_group
            order by c.tasks desc, c.name
            """;

    private final LimitedReading reading;

    HeldQuery(LimitedReading reading) {
        this.reading = reading;
    }

    List<Finding> find(Condition.Held condition, Scope scope, Instant now) {
        return reading.read(jdbc -> scope.over(jdbc, HELD)
                .param("anything", condition.whichOnes() == Condition.Which.ALL)
                .param("most", MOST)
                .param("until", Timestamp.from(now.minus(Duration.ofMinutes(condition.minutes()))))
                .query(HeldQuery::finding)
                .list());
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        String kind = row.getString("failure_kind");
        String group = row.getString("failure_group");
        Facts facts = new Facts(row.getInt("tasks"), row.getInt("people"), row.getInt("tasks") >= MOST, row.getTimestamp("since").toInstant(), null,
                FailureKind.valueOf(kind), Facts.Group.read(row), texts(row.getArray("messages")).getFirst(),
                row.getObject("said_of", UUID.class), texts(row.getArray("names")), null);
        // What failed before failures were grouped is told by its kind.
        return new Finding(row.getObject("application", UUID.class), row.getString("name"), group == null ? kind : group, facts);
    }

    private static List<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).toList();
    }
}
