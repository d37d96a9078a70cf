package dev.syncline.notification;

import dev.syncline.id.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * What has waited for too long. So many of the oldest are looked at, and some of each application by the time they are due, so that an
 * enormous queue of one does not hide the others.
 */
@Repository
class BacklogQuery {

    private static final int MOST = 20_000;

    private static final String WAITING = """
            oldest as materialized (
                (select id, line_id, turn, application_id, user_id, opened_at, takes_away, waits_for
                 from task where status = 'QUEUED' and id < :before order by id limit :most)
                union
                (select id, line_id, turn, application_id, user_id, opened_at, takes_away, waits_for
                 from task where status = 'RUNNING' and id < :before order by id limit :most)
                union
                select first.*
                from scope s
                cross join (values (0), (1)) as p(priority)
                cross join lateral (
                    select id, line_id, turn, application_id, user_id, opened_at, takes_away, waits_for
                    from task t
                    where t.application_id = s.id and t.status = 'QUEUED' and t.priority = p.priority
                    order by t.due_at, t.id limit 100) first
                where first.opened_at < :opened)
            select s.id, s.name, count(*) as tasks, count(distinct o.user_id) as people, min(o.opened_at) as since
            from scope s
            join oldest o on o.application_id = s.id
            where not (not o.takes_away and exists (
                    select from task f where f.line_id = o.line_id and f.status = 'FAILED' and f.settled_at is null and f.turn < o.turn))
              and not exists (select from task f where f.id = o.waits_for and f.status = 'FAILED')
            group by s.id, s.name
            order by s.name
            """;

    private final LimitedReading reading;

    BacklogQuery(LimitedReading reading) {
        this.reading = reading;
    }

    List<Finding> find(Condition.BacklogAge condition, Scope scope, Instant now) {
        Instant opened = now.minus(Duration.ofMinutes(condition.minutes()));
        return reading.read(jdbc -> scope.over(jdbc, WAITING)
                .param("before", Ids.lowest(opened))
                .param("opened", Timestamp.from(opened))
                .param("most", MOST)
                .query((row, number) -> new Finding(row.getObject("id", UUID.class), row.getString("name"), "",
                        new Facts(row.getInt("tasks"), row.getInt("people"), row.getInt("tasks") >= MOST,
                                row.getTimestamp("since").toInstant(), null, null, null, null, null, null, null)))
                .list());
    }
}
