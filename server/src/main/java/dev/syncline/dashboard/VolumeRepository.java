package dev.syncline.dashboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts tasks into hours, and hours into days. */
@Repository
class VolumeRepository {

    private static final String HOURS = """
            insert into task_volume (span, start, application_id, application_name, opened, succeeded, confirmed, failed, open, superseded,
                cancelled, delay_steps, delay_tasks)
            select 'HOUR', hour.start, cell.application_id, max(cell.name),
                sum(n),
                coalesce(sum(n) filter (where status = 'SUCCEEDED'), 0),
                coalesce(sum(n) filter (where status = 'CONFIRMED'), 0),
                coalesce(sum(n) filter (where status = 'FAILED'), 0),
                coalesce(sum(n) filter (where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK')), 0),
                coalesce(sum(n) filter (where status = 'SUPERSEDED'), 0),
                coalesce(sum(n) filter (where status = 'CANCELLED'), 0),
                coalesce(array_agg(step order by step) filter (where step is not null), '{}'),
                coalesce(array_agg(n order by step) filter (where step is not null), '{}')
            from unnest(?::timestamptz[]) as hour(start)
            cross join lateral (
                select t.application_id, t.status, max(t.application_name) as name, count(*)::int as n,
                    case when t.status = 'SUCCEEDED' then
                        floor(ln(greatest(1, extract(epoch from t.settled_at - t.opened_at) * 1000)::float8) / ln(1.1::float8))::smallint
                    end as step
                from task t
                where t.id >= uuid_floor(hour.start) and t.id < uuid_floor(hour.start + interval '1 hour')
                group by t.application_id, t.status, step) cell
            group by hour.start, cell.application_id
            """;

    private static final String DAYS = """
            with hours as (
                select day.start as day, v.*
                from unnest(?::timestamptz[]) as day(start)
                join task_volume v on v.span = 'HOUR' and v.start >= day.start and v.start < day.start + interval '24 hours'),
            delays as (
                select day, application_id, array_agg(step order by step) as steps, array_agg(n order by step) as tasks
                from (
                    select h.day, h.application_id, delay.step, sum(delay.n)::int as n
                    from hours h, unnest(h.delay_steps, h.delay_tasks) as delay(step, n)
                    group by h.day, h.application_id, delay.step) summed
                group by day, application_id)
            insert into task_volume (span, start, application_id, application_name, opened, succeeded, confirmed, failed, open, superseded,
                cancelled, delay_steps, delay_tasks)
            select 'DAY', h.day, h.application_id, max(h.application_name), sum(h.opened), sum(h.succeeded), sum(h.confirmed), sum(h.failed),
                sum(h.open), sum(h.superseded), sum(h.cancelled), coalesce(max(d.steps), '{}'), coalesce(max(d.tasks), '{}')
            from hours h left join delays d on d.day = h.day and d.application_id = h.application_id
            group by h.day, h.application_id
            """;

    private static final String AGAIN = """
            on conflict (span, start, application_id) do update set
                application_name = excluded.application_name, opened = excluded.opened, succeeded = excluded.succeeded,
                confirmed = excluded.confirmed, failed = excluded.failed, open = excluded.open, superseded = excluded.superseded,
                cancelled = excluded.cancelled, delay_steps = excluded.delay_steps, delay_tasks = excluded.delay_tasks
            """;

    private static final String FORGET = "delete from task_volume where span = 'HOUR' and start < ?";

    private final JdbcTemplate jdbc;

    VolumeRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts all tasks opened in these hours anew. */
    void countHours(Collection<Instant> starts) {
        jdbc.update(HOURS + AGAIN, (Object) timestamps(starts));
    }

    /** Adds up the hours of these days anew. */
    void addUpDays(Collection<Instant> starts) {
        jdbc.update(DAYS + AGAIN, (Object) timestamps(starts));
    }

    /** Days are kept. */
    void forgetHoursBefore(Instant start) {
        jdbc.update(FORGET, Timestamp.from(start));
    }

    private static String[] timestamps(Collection<Instant> starts) {
        return starts.stream().map(Instant::toString).toArray(String[]::new);
    }
}
