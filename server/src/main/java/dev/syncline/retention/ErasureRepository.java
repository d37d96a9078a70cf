package dev.syncline.retention;

import static dev.syncline.retention.LegalHolds.instant;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ErasureRepository {

    private static final String COLUMNS = """
            select id, user_id, reason, actor_kind, actor_id, actor_name, ordered_at, tasks, entries, phase, after_id, tasks_done, entries_done, ended_at
            from erasure
            """;

    /** Entries of the audit about the person, about a task, an account or a request of that one, and of what that one did. */
    private static final String ABOUT = """
            with about as (
                select id from audit_entry where actor_id = :user
                union
                select id from audit_entry
                where object_id in (
                    select :user::text
                    union all select t.id::text from task t where t.user_id = :user
                    union all select t.line_id::text from task t where t.user_id = :user
                    union all select r.id::text from access_request r where r.beneficiary_id = :user or r.requester_id = :user))
            """;

    private static final String COUNTS = ABOUT + """
            select count(*) as tasks, count(*) filter (where settled_at is null) as unsettled,
                (select count(*) from wire_message m where m.task_id in (select id from task where user_id = :user)) as payloads,
                (select count(*) from about) as entries,
                (select n.user_name from task n where n.user_id = :user order by n.id desc limit 1) as name,
                exists (select from users u where u.id = :user) as still_there
            from task
            where user_id = :user
            """;

    private final JdbcClient jdbc;

    ErasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ErasurePlan plan(UUID user, List<LegalHold> holds) {
        return jdbc.sql(COUNTS).param("user", user).query((row, n) -> new ErasurePlan(user, row.getString("name"), row.getLong("tasks"),
                row.getLong("payloads"), row.getLong("entries"), row.getLong("unsettled"), row.getBoolean("still_there"), holds)).single();
    }

    void insert(Erasure erasure, UUID holder, Instant until) {
        jdbc.sql("""
                insert into erasure (id, user_id, reason, actor_kind, actor_id, actor_name, ordered_at, tasks, entries, phase, holder, lease_until)
                values (:id, :user, :reason, :kind, :actor, :name, :at, :tasks, :entries, 'TASKS', :holder, :until)
                """)
                .param("id", erasure.id()).param("user", erasure.userId()).param("reason", erasure.reason())
                .param("kind", erasure.by().kind().name()).param("actor", erasure.by().id(), Types.OTHER).param("name", erasure.by().name())
                .param("at", at(erasure.orderedAt())).param("tasks", erasure.tasks()).param("entries", erasure.entries())
                .param("holder", holder).param("until", at(until)).update();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query((row, n) -> erasure(row)).optional();
    }

    List<Erasure> page(@Nullable UUID after, int limit) {
        return jdbc.sql(COLUMNS + "where :after::uuid is null or id < :after::uuid order by id desc limit :limit")
                .param("after", after, Types.OTHER).param("limit", limit).query((row, n) -> erasure(row)).list();
    }

    boolean renew(UUID id, UUID holder, Instant until) {
        return jdbc.sql("update erasure set lease_until = :until where id = :id and holder = :holder and phase <> 'DONE'")
                .param("id", id).param("holder", holder).param("until", at(until)).update() == 1;
    }

    List<UUID> takeOver(UUID holder, Instant now, Instant until) {
        return jdbc.sql("""
                update erasure set holder = :holder, lease_until = :until
                where phase <> 'DONE' and (holder is null or lease_until < :now)
                returning id
                """).param("holder", holder).param("now", at(now)).param("until", at(until)).query(UUID.class).list();
    }

    void giveBack(UUID holder) {
        jdbc.sql("update erasure set holder = null, lease_until = null where holder = :holder and phase <> 'DONE'").param("holder", holder).update();
    }

    void progress(Erasure erasure) {
        jdbc.sql("""
                update erasure set phase = :phase, after_id = :after, tasks_done = :tasks, entries_done = :entries, ended_at = :ended where id = :id
                """)
                .param("id", erasure.id()).param("phase", erasure.phase().name()).param("after", erasure.afterId(), Types.OTHER)
                .param("tasks", erasure.tasksDone()).param("entries", erasure.entriesDone())
                .param("ended", at(erasure.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE).update();
    }

    List<UUID> tasks(Erasure erasure, int limit) {
        return jdbc.sql("""
                select id from task
                where user_id = :user and settled_at is not null and (:after::uuid is null or id > :after::uuid)
                order by id limit :limit
                """).param("user", erasure.userId()).param("after", erasure.afterId(), Types.OTHER).param("limit", limit).query(UUID.class).list();
    }

    List<UUID> entries(Erasure erasure, int limit) {
        return jdbc.sql(ABOUT + """
                select id from audit_entry
                where id in (select id from about) and ended_at is not null and (:after::uuid is null or id > :after::uuid)
                order by id limit :limit
                """).param("user", erasure.userId()).param("after", erasure.afterId(), Types.OTHER).param("limit", limit).query(UUID.class).list();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        Actor by = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class), row.getString("actor_name"));
        return new Erasure(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("reason"), by,
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(), row.getLong("tasks"), row.getLong("entries"), Erasure.Phase.valueOf(row.getString("phase")),
                row.getObject("after_id", UUID.class), row.getLong("tasks_done"), row.getLong("entries_done"), instant(row, "ended_at"));
    }
}
