package dev.syncline.failure;

import dev.syncline.failure.FailureGroup.Named;
import dev.syncline.failure.FailureGroup.State;
import dev.syncline.id.Ids;
import dev.syncline.task.FailureKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups, with what stands failed counted from the tasks: those that stand failed are few, and have an index of their own. */
@Repository
class FailureGroupRepository {

    /** By what the list is sorted; the highest first. */
    enum Sort {
        TASKS,
        LAST_SEEN
    }

    private static final String OLDEST = """
            left join lateral (
                select t.id from task t where t.failure_group = page.id and t.status = 'FAILED' order by t.id limit 1) oldest on true
            """;

    private static final String PAGE = """
            with standing as materialized (
                select t.failure_group as id, count(*) as tasks, count(distinct t.user_id) as people
                from task t
                where t.status = 'FAILED' and t.failure_group is not null
                group by t.failure_group),
            page as (
                select g.*, coalesce(s.tasks, 0) as tasks, coalesce(s.people, 0) as people
                from failure_group g left join standing s using (id)
                where (:anyApplication or g.application_id = any (:applications))
                  and (:seesAll or g.application_id = any (:visible))
                  and (:anyKind or g.failure_kind = any (:kinds))
                  and (:anyState or g.state = any (:states))
                  and (cast(:standing as boolean) is null or (s.id is not null) = :standing)
                  and (cast(:q as text) is null or strpos(lower(g.pattern || ' ' || g.sample_message), lower(:q)) > 0)
                  and %s
                order by %s
                limit :limit)
            select page.*, oldest.id as oldest from page
            """ + OLDEST + " order by %2$s";

    private static final String BY_TASKS = PAGE.formatted("(coalesce(s.tasks, 0), g.id) < (:tasks, :id)", "tasks desc, id desc");
    private static final String BY_LAST_SEEN = PAGE.formatted("(g.last_seen_at, g.id) < (:lastSeen, :id)", "last_seen_at desc, id desc");

    private static final String ONE = """
            select page.*, standing.*, oldest.id as oldest
            from failure_group page
            cross join lateral (
                select count(*) as tasks, count(distinct t.user_id) as people
                from task t where t.failure_group = page.id and t.status = 'FAILED') standing
            """ + OLDEST + " where page.id = :id";

    private static final String DECIDE = """
            update failure_group set state = :state, owner = :owner, version = version + 1,
                state_at = case when state = :state then state_at else :now end,
                state_by = case when state = :state then state_by else :by end
            where id = :id and version = :version
            """;

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Where a page ended. */
    record Place(long tasks, Instant lastSeen, UUID id) {
        static final Place START = new Place(Long.MAX_VALUE, LATEST, HIGHEST);
    }

    private final JdbcClient jdbc;

    FailureGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FailureGroup> page(GroupFilter filter, Sort sort, Place after, int limit) {
        String sql = switch (sort) {
            case TASKS -> BY_TASKS;
            case LAST_SEEN -> BY_LAST_SEEN;
        };
        return jdbc.sql(sql)
                .param("anyApplication", filter.applications().isEmpty())
                .param("applications", filter.applications().toArray(UUID[]::new))
                .param("seesAll", filter.visible().isAll())
                .param("visible", filter.visible().ids())
                .param("anyKind", filter.kinds().isEmpty())
                .param("kinds", names(filter.kinds()))
                .param("anyState", filter.states().isEmpty())
                .param("states", names(filter.states()))
                .param("standing", filter.standing(), java.sql.Types.BOOLEAN)
                .param("q", filter.q(), java.sql.Types.VARCHAR)
                .param("tasks", after.tasks())
                .param("lastSeen", Timestamp.from(after.lastSeen()))
                .param("id", after.id())
                .param("limit", limit)
                .query(FailureGroupRepository::read)
                .list();
    }

    Optional<FailureGroup> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(FailureGroupRepository::read).optional();
    }

    /** Whether the stored version was that one. */
    boolean decide(UUID id, int version, State state, @Nullable String owner, @Nullable String by, Instant now) {
        return jdbc.sql(DECIDE)
                .param("id", id)
                .param("version", version)
                .param("state", state.name())
                .param("owner", owner, java.sql.Types.VARCHAR)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static FailureGroup read(ResultSet row, int number) throws SQLException {
        UUID oldest = row.getObject("oldest", UUID.class);
        return new FailureGroup(
                row.getObject("id", UUID.class),
                new Named(row.getObject("application_id", UUID.class), row.getString("application_name")),
                FailureKind.valueOf(row.getString("failure_kind")),
                row.getString("pattern"),
                row.getString("sample_message"),
                row.getObject("sample_task_id", UUID.class),
                row.getLong("failures"),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getTimestamp("state_at").toInstant(),
                row.getString("state_by"),
                instant(row, "came_back_at"),
                row.getString("owner"),
                row.getInt("version"),
                row.getLong("tasks"),
                row.getLong("people"),
                oldest == null ? null : Ids.madeAt(oldest));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
