package dev.syncline.policy;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunRepository {

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, those made before the given one (null for the first). */
    List<PolicyRun> page(UUID policyId, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from policy_run
                where policy_id = :policy and (:newest or id < :before)
                order by id desc
                limit :limit""")
                .param("policy", policyId)
                .param("newest", before == null)
                .param("before", before == null ? new UUID(0, 0) : before)
                .param("limit", limit)
                .query(RunRepository::read)
                .list();
    }

    /** The newest run of each policy; policies without one are missing. */
    List<PolicyRun> newest(Collection<UUID> policyIds) {
        return jdbc.sql("""
                select r.* from unnest(:policies) as p (id)
                cross join lateral (select * from policy_run where policy_id = p.id order by id desc limit 1) as r""")
                .param("policies", policyIds.toArray(UUID[]::new))
                .query(RunRepository::read)
                .list();
    }

    Optional<PolicyRun> find(UUID id) {
        return jdbc.sql("select * from policy_run where id = :id").param("id", id).query(RunRepository::read).optional();
    }

    void insert(PolicyRun run, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                insert into policy_run (id, policy_id, policy_number, reason, status, total, initiator_kind, initiator_id, initiator_name,
                    lease_holder, lease_until, created_at)
                values (:id, :policy, :number, :reason, :status, :total, :kind, :actor, :name, :holder, :leaseUntil, :createdAt)""")
                .param("id", run.id())
                .param("policy", run.policyId())
                .param("number", run.policyNumber())
                .param("reason", run.reason().name())
                .param("status", run.status().name())
                .param("total", run.total())
                .param("kind", run.initiator().kind().name())
                .param("actor", run.initiator().id())
                .param("name", run.initiator().name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .param("createdAt", Timestamp.from(run.createdAt()))
                .update();
    }

    /**
     * Renews the lease and locks the run for the rest of the transaction. Empty when this server no longer holds it, or it has ended:
     * then it must be left alone.
     */
    Optional<PolicyRun> hold(UUID id, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                update policy_run set lease_until = :leaseUntil
                where id = :id and status = 'RUNNING' and lease_holder = :holder
                returning *""")
                .param("id", id)
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(RunRepository::read)
                .optional();
    }

    /** Runs whose server has stopped renewing the lease, now held by this one. */
    List<PolicyRun> takeOver(UUID holder, Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update policy_run set lease_holder = :holder, lease_until = :leaseUntil
                where id in (select id from policy_run where status = 'RUNNING' and lease_until < :now for update skip locked)
                returning *""")
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(RunRepository::read)
                .list();
    }

    /** Another server may go on with them at once. */
    void giveBack(UUID holder, Instant now) {
        jdbc.sql("update policy_run set lease_until = :past where lease_holder = :holder and status = 'RUNNING'")
                .param("holder", holder)
                .param("past", Timestamp.from(now.minusMillis(1)))
                .update();
    }

    void moveOn(UUID id, String afterUserName, int lookedAt, Outcome outcome) {
        jdbc.sql("""
                update policy_run
                set after_user_name = :after, looked_at = looked_at + :lookedAt, gained = gained + :gained, lost = lost + :lost,
                    tasks = tasks + :tasks, refused = refused + :refused
                where id = :id""")
                .param("id", id)
                .param("after", afterUserName)
                .param("lookedAt", lookedAt)
                .param("gained", outcome.gained())
                .param("lost", outcome.lost())
                .param("tasks", outcome.tasks())
                .param("refused", outcome.refused().size())
                .update();
    }

    /** @param failure null when it did not fail */
    boolean end(UUID id, PolicyRun.Status status, @Nullable String failure, Instant now) {
        return jdbc.sql("""
                update policy_run
                set status = :status, failure = :failure, ended_at = :now, lease_until = null, lease_holder = null
                where id = :id and status = 'RUNNING'""")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    /** A newer run of the policy takes the place of the one under way. */
    void replace(UUID policyId, Instant now) {
        jdbc.sql("""
                update policy_run
                set status = 'CANCELLED', failure = 'A newer run took its place.', ended_at = :now, lease_until = null, lease_holder = null
                where policy_id = :policy and status = 'RUNNING'""")
                .param("policy", policyId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** For the rest of the transaction: shorter than it takes the database to look for circles, so that it is never another who gives way. */
    void yieldToOthers() {
        jdbc.sql("set local lock_timeout = '500ms'").update();
    }

    /** The transaction that is the next to begin: all that may not have seen what was committed just now are older. */
    long horizon() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    /** Whether all transactions older than this one have ended. */
    boolean isPast(long horizon) {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= :horizon")
                .param("horizon", horizon)
                .query(Boolean.class)
                .single();
    }

    private static PolicyRun read(ResultSet row, int number) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new PolicyRun(
                row.getObject("id", UUID.class),
                row.getObject("policy_id", UUID.class),
                row.getInt("policy_number"),
                PolicyRun.Reason.valueOf(row.getString("reason")),
                PolicyRun.Status.valueOf(row.getString("status")),
                row.getString("after_user_name"),
                row.getInt("total"),
                row.getInt("looked_at"),
                row.getInt("gained"),
                row.getInt("lost"),
                row.getInt("tasks"),
                row.getInt("refused"),
                row.getString("failure"),
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), row.getObject("initiator_id", UUID.class),
                        row.getString("initiator_name")),
                row.getTimestamp("created_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
