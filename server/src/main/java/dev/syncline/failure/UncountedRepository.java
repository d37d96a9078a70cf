package dev.syncline.failure;

import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.time;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.id.Ids;
import dev.syncline.sql.ArrayColumns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Failures on their way into their groups. */
@Repository
class UncountedRepository {

    private static final String KEEP = """
            insert into failure (id, group_id, task_id, application_id, application_name, failure_kind, pattern, message, at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
            """;

    private static final ArrayColumns<NewFailure> COLUMNS = new ArrayColumns<>(
            uuid(NewFailure::id), uuid(NewFailure::group), uuid(NewFailure::task), uuid(NewFailure::application),
            text(NewFailure::applicationName), name(NewFailure::kind), text(NewFailure::pattern), text(NewFailure::message),
            time(NewFailure::at));

    /**
     * Takes failures that no other server has taken, and adds them to their groups, which are locked in the order of their ids. A resolved
     * group comes back with a failure that is younger than its resolution.
     */
    private static final String COUNT = """
            with taken as (
                delete from failure
                where id in (select id from failure order by id limit ? for update skip locked)
                returning *),
            news as (
                select t.group_id, count(*) as failures, min(t.at) as first_seen_at, max(t.at) as last_seen_at,
                    min(t.at) filter (where g.state = 'RESOLVED' and t.at > g.state_at) as came_back_at,
                    (array_agg(t.id order by t.at desc, t.id desc))[1] as latest
                from taken t left join failure_group g on g.id = t.group_id
                group by t.group_id),
            grouped as (
                insert into failure_group (id, application_id, application_name, failure_kind, pattern, sample_message, sample_task_id,
                    failures, first_seen_at, last_seen_at, state, state_at, came_back_at, version)
                select n.group_id, l.application_id, l.application_name, l.failure_kind, l.pattern, l.message, l.task_id,
                    n.failures, n.first_seen_at, n.last_seen_at, 'OPEN', n.first_seen_at, n.came_back_at, 1
                from news n join taken l on l.id = n.latest
                order by n.group_id
                on conflict (id) do update set
                    application_name = excluded.application_name,
                    sample_message = excluded.sample_message,
                    sample_task_id = excluded.sample_task_id,
                    failures = failure_group.failures + excluded.failures,
                    first_seen_at = least(failure_group.first_seen_at, excluded.first_seen_at),
                    last_seen_at = greatest(failure_group.last_seen_at, excluded.last_seen_at),
                    came_back_at = case
                        when failure_group.state = 'RESOLVED' and excluded.last_seen_at > failure_group.state_at
                        then coalesce(excluded.came_back_at, excluded.last_seen_at) else failure_group.came_back_at end,
                    version = failure_group.version + (failure_group.state = 'RESOLVED' and excluded.last_seen_at > failure_group.state_at)::int,
                    state_at = case
                        when failure_group.state = 'RESOLVED' and excluded.last_seen_at > failure_group.state_at
                        then coalesce(excluded.came_back_at, excluded.last_seen_at) else failure_group.state_at end,
                    state = case
                        when failure_group.state = 'RESOLVED' and excluded.last_seen_at > failure_group.state_at
                        then 'CAME_BACK' else failure_group.state end
                returning id),
            by_hour as (
                insert into failure_hour (group_id, hour, failures)
                select group_id, date_trunc('hour', at, 'UTC'), count(*) from taken group by 1, 2 order by 1, 2
                on conflict (group_id, hour) do update set failures = failure_hour.failures + excluded.failures)
            select id from grouped
            """;

    private static final String TELL_WHAT_CAME_BACK = """
            insert into failure_note (id, group_id, at, by_name, event)
            select u.note_id, g.id, g.came_back_at, ?, 'CAME_BACK'
            from unnest(?::uuid[], ?::uuid[]) as u(group_id, note_id)
            join failure_group g on g.id = u.group_id
            where g.state = 'CAME_BACK'
              and not exists (select 1 from failure_note n where n.group_id = g.id and n.event = 'CAME_BACK' and n.at = g.came_back_at)
            """;

    private final JdbcTemplate jdbc;
    private final Ids ids;

    UncountedRepository(JdbcTemplate jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void keep(List<NewFailure> failures) {
        jdbc.update(KEEP, statement -> COLUMNS.bind(statement, 1, failures));
    }

    /** Counts some, and answers the groups they went into: none when there was nothing to count. */
    List<UUID> count(int limit) {
        return jdbc.queryForList(COUNT, UUID.class, limit);
    }

    /** Leaves a note with each of these groups that came back, once for each time. */
    void tellWhatCameBack(List<UUID> groups, @Nullable String by) {
        UUID[] notes = groups.stream().map(_ -> ids.next()).toArray(UUID[]::new);
        jdbc.update(TELL_WHAT_CAME_BACK, by, groups.toArray(UUID[]::new), notes);
    }
}
