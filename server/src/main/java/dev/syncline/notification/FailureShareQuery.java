package dev.syncline.notification;

import dev.syncline.id.Ids;
import dev.syncline.task.FailureKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * What part of the tasks that came to an end failed. When a task ended has no index, and needs none: what ended lately is among the
 * newest of its application or, while many are queued, among those before the head of its queue. So many of each place are looked at;
 * where there are more, their share stands for that of all.
 */
@Repository
class FailureShareQuery {

    private static final int MOST_FAILED = 20_000;
    private static final int MOST_OF_A_PLACE = 2_000;

    private static final String ENDED = """
            failed as materialized (
                select id, application_id, user_id, failure_kind, failure_group, failure_message, started_at
                from (select id, application_id, user_id, failure_kind, failure_group, failure_message, started_at
                      from task where status = 'FAILED' order by id desc limit :mostFailed) newest
                where started_at >= :from),
            head as (
                select distinct on (s.id) s.id as application_id, first.id, first.opened_at
                from scope s
                cross join (values (0), (1)) as p(priority)
                cross join lateral (
                    select t.id, t.opened_at from task t
                    where t.application_id = s.id and t.status = 'QUEUED' and t.priority = p.priority
                    order by t.due_at, t.id limit 1) first
                where first.opened_at < :from
                order by s.id, first.id),
            looked_at as materialized (
                select 1 as place, s.id as application_id, newest.*
                from scope s
                cross join lateral (
                    select t.id, t.status, t.started_at, t.settled_at from task t
                    where t.application_id = s.id and t.id >= :fromId
                    order by t.id desc limit :most) newest
                union all
                select 2, head.application_id, before.*
                from head
                cross join lateral (
                    select t.id, t.status, t.started_at, t.settled_at from task t
                    where t.application_id = head.application_id and t.id < head.id
                      and t.id >= uuid_floor(head.opened_at - make_interval(mins => :minutes))
                    order by t.id desc limit :most) before),
            part as (
                select application_id,
                    count(distinct id) filter (where status = 'SUCCEEDED' and settled_at >= :from) as succeeded,
                    count(distinct id) filter (where status = 'FAILED' and started_at >= :from) as failed,
                    greatest(count(*) filter (where place = 1), count(*) filter (where place = 2)) >= :most as cut
                from looked_at
                group by application_id),
            share as (
                select s.id, s.name, count(*) as failed, count(distinct f.user_id) as people, min(f.started_at) as since,
                    mode() within group (order by f.failure_kind) as kind, mode() within group (order by f.failure_group) as failure_group,
                    mode() within group (order by f.failure_message) as message,
                    coalesce(max(p.succeeded), 0) as part_succeeded, coalesce(max(p.failed), 0) as part_failed, coalesce(bool_or(p.cut), false) as cut
                from scope s
                join failed f on f.application_id = s.id
                left join part p on p.application_id = s.id
                group by s.id, s.name)
            select share.*, (select f.id from failed f where f.application_id = share.id and f.failure_message = share.message limit 1) as said_of,
                g.id as group_id, g.pattern, case when g.state = 'ACKNOWLEDGED' then g.state_by end as seen_to_by
            from share
            left join failure_group g on g.id = share.failure_group
            order by share.name
            """;

    private final LimitedReading reading;

    FailureShareQuery(LimitedReading reading) {
        this.reading = reading;
    }

    List<Finding> find(Condition.FailureShare condition, Scope scope, Instant now) {
        Instant from = now.minus(Duration.ofMinutes(condition.minutes()));
        return reading.read(jdbc -> scope.over(jdbc, ENDED)
                .param("mostFailed", MOST_FAILED)
                .param("most", MOST_OF_A_PLACE)
                .param("from", Timestamp.from(from))
                .param("fromId", Ids.lowest(from))
                .param("minutes", condition.minutes())
                .query((row, number) -> finding(row, condition))
                .list()).stream().flatMap(Optional::stream).toList();
    }

    /** Empty when it is not so. */
    private static Optional<Finding> finding(ResultSet row, Condition.FailureShare condition) throws SQLException {
        int failed = row.getInt("failed");
        long total = total(failed, row.getInt("part_failed"), row.getInt("part_succeeded"), row.getBoolean("cut"));
        if (total < condition.atLeast() || 100L * failed < condition.percent() * total) {
            return Optional.empty();
        }
        Facts facts = new Facts(failed, row.getInt("people"), failed >= MOST_FAILED, row.getTimestamp("since").toInstant(),
                (int) Math.min(total, Integer.MAX_VALUE), FailureKind.valueOf(row.getString("kind")), Facts.Group.read(row),
                row.getString("message"), row.getObject("said_of", UUID.class), null, null);
        return Optional.of(new Finding(row.getObject("id", UUID.class), row.getString("name"), "", facts));
    }

    /** Of how many the failed ones are a part: counted, or estimated from the part that was looked at. */
    private static long total(int failed, int partFailed, int partSucceeded, boolean cut) {
        if (!cut) {
            return failed + (long) partSucceeded;
        }
        return partFailed == 0 ? Long.MAX_VALUE / 1000 : (long) failed * (partFailed + partSucceeded) / partFailed;
    }
}
