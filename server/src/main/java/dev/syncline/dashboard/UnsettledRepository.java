package dev.syncline.dashboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts what is not settled, which has an index of its own. */
@Repository
class UnsettledRepository {

    private static final String CLEAR = "delete from unsettled_tasks";

    /**
     * Counts it anew, and finds hours whose figures have changed. A settled task never changes, and after an hour is over none is added: so the
     * numbers of an hour are as they were exactly if as many of its tasks are open and failed as were.
     */
    private static final String COUNT = """
            with unsettled as materialized (
                select date_trunc('hour', t.at, 'UTC') as start, t.application_id, t.status,
                    case when t.status = 'FAILED' then t.failure_kind end as failure_kind, count(*) as tasks, min(t.at) as oldest
                from (
                    select uuid_time(id) as at, application_id, status, failure_kind from task
                    where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK', 'FAILED')) t
                group by 1, 2, 3, 4),
            kept as (
                insert into unsettled_tasks (application_id, application_name, status, failure_kind, tasks, oldest_opened_at)
                select u.application_id,
                    coalesce(max(a.name), (select t.application_name from task t where t.application_id = u.application_id order by t.id desc limit 1)),
                    u.status, u.failure_kind, sum(u.tasks), min(u.oldest)
                from unsettled u left join application a on a.id = u.application_id
                group by u.application_id, u.status, u.failure_kind),
            now_open as (
                select start, application_id, coalesce(sum(tasks) filter (where status <> 'FAILED'), 0) as open,
                    coalesce(sum(tasks) filter (where status = 'FAILED'), 0) as failed
                from unsettled
                group by start, application_id),
            then_open as (
                select start, application_id, open, failed from task_volume where span = 'HOUR' and (open > 0 or failed > 0))
            select start
            from now_open n full join then_open t using (start, application_id)
            where start >= ? and start < ?
              and (coalesce(n.open, 0), coalesce(n.failed, 0)) <> (coalesce(t.open, 0), coalesce(t.failed, 0))
            group by start
            order by start desc
            limit ?
            """;

    private final JdbcTemplate jdbc;

    UnsettledRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Hours from the one up to before the other that have to be counted again, the latest first. */
    List<Instant> count(Instant from, Instant before, int limit) {
        jdbc.update(CLEAR);
        return jdbc.query(COUNT, (row, _) -> row.getTimestamp(1).toInstant(), Timestamp.from(from), Timestamp.from(before), limit);
    }
}
