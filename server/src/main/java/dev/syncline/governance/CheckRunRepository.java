package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;
import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CheckRunRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckRunRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when another one of the same check is under way, or held. */
    boolean insert(Run run, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                insert into governance_run (id, check_id, family, name, application_id, definition, action, most_accounts, most_percent,
                    dry_run, status, phase, initiator_kind, initiator_id, initiator_name, lease_holder, lease_until, created_at)
                values (:id, :check, :family, :name, :application, cast(:definition as jsonb), :action, :mostAccounts, :mostPercent,
                    :dryRun, 'RUNNING', :phase, :actorKind, :actorId, :actorName, :holder, :leaseUntil, :createdAt)
                on conflict (check_id) where status in ('RUNNING', 'HELD') and not dry_run do nothing""")
                .param("id", run.id())
                .param("check", run.checkId())
                .param("family", run.family().name())
                .param("name", run.name())
                .param("application", run.applicationId())
                .param("definition", json.writerFor(Definition.class).writeValueAsString(run.definition()))
                .param("action", run.remedy().name())
                .param("mostAccounts", run.limits().accounts())
                .param("mostPercent", run.limits().percent())
                .param("dryRun", run.dryRun())
                .param("phase", run.phase().name())
                .param("actorKind", run.initiator().kind().name())
                .param("actorId", run.initiator().id())
                .param("actorName", run.initiator().name())
                .param("holder", holder)
                .param("leaseUntil", timestamp(leaseUntil))
                .param("createdAt", timestamp(run.createdAt()))
                .update() == 1;
    }

    /** Newest first, those before the given one (null for the first). */
    List<Run> page(Family family, UUID checkId, Run.Status status, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from governance_run
                where family = :family and (:anyCheck or check_id = :check) and (:status = '' or status = :status) and id < :before
                order by id desc
                limit :limit""")
                .param("family", family.name())
                .param("anyCheck", checkId == null)
                .param("check", checkId == null ? LOWEST : checkId)
                .param("status", status == null ? "" : status.name())
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Those that wait for a person, the oldest first. */
    List<Run> held() {
        return jdbc.sql("select * from governance_run where status = 'HELD' and not dry_run order by id limit 200")
                .query(this::read)
                .list();
    }

    Optional<Run> find(Family family, UUID id) {
        return jdbc.sql("select * from governance_run where id = :id and family = :family")
                .param("id", id)
                .param("family", family.name())
                .query(this::read)
                .optional();
    }

    Optional<Run> lock(UUID id) {
        return jdbc.sql("select * from governance_run where id = :id for update").param("id", id).query(this::read).optional();
    }

    /** The newest run of each check. */
    List<Run> latest(Collection<UUID> checkIds) {
        return jdbc.sql("""
                select run.* from unnest(:checks) as c (id)
                cross join lateral (select * from governance_run where check_id = c.id order by id desc limit 1) run""")
                .param("checks", checkIds.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    /** Renews the lease and locks the run for the rest of the transaction; empty when it is no longer this server's to work on. */
    Optional<Run> hold(UUID id, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                update governance_run set lease_until = :leaseUntil
                where id = :id and status = 'RUNNING' and lease_holder = :holder
                returning *""")
                .param("id", id)
                .param("holder", holder)
                .param("leaseUntil", timestamp(leaseUntil))
                .query(this::read)
                .optional();
    }

    /** While a target takes its time. */
    void renew(Collection<UUID> ids, UUID holder, Instant leaseUntil) {
        jdbc.sql("update governance_run set lease_until = :leaseUntil where id = any (:ids) and lease_holder = :holder and status = 'RUNNING'")
                .param("ids", ids.toArray(UUID[]::new))
                .param("holder", holder)
                .param("leaseUntil", timestamp(leaseUntil))
                .update();
    }

    List<Run> takeOver(UUID holder, Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update governance_run set lease_holder = :holder, lease_until = :leaseUntil
                where id in (select id from governance_run where status = 'RUNNING' and lease_until < :now for update skip locked)
                returning *""")
                .param("holder", holder)
                .param("now", timestamp(now))
                .param("leaseUntil", timestamp(leaseUntil))
                .query(this::read)
                .list();
    }

    /** Another server, or this one later, may go on with them at once. */
    void giveBack(UUID holder, Instant now) {
        jdbc.sql("update governance_run set lease_until = :past where lease_holder = :holder and status = 'RUNNING'")
                .param("holder", holder)
                .param("past", timestamp(now.minusMillis(1)))
                .update();
    }

    void giveBackOne(UUID id, Instant now) {
        jdbc.sql("update governance_run set lease_until = :past where id = :id and status = 'RUNNING'")
                .param("id", id)
                .param("past", timestamp(now.minusMillis(1)))
                .update();
    }

    void phase(UUID id, Run.Phase phase) {
        jdbc.sql("update governance_run set phase = :phase where id = :id").param("phase", phase.name()).param("id", id).update();
    }

    void listed(UUID id, int more) {
        jdbc.sql("update governance_run set listed = listed + :more where id = :id").param("more", more).param("id", id).update();
    }

    void found(UUID id, String place, int found, int fresh, int touching, int adopted) {
        jdbc.sql("""
                update governance_run
                set place = :place, found = found + :found, fresh = fresh + :fresh, touching = touching + :touching,
                    adopted = adopted + :adopted
                where id = :id""")
                .param("id", id)
                .param("place", place)
                .param("found", found)
                .param("fresh", fresh)
                .param("touching", touching)
                .param("adopted", adopted)
                .update();
    }

    void acted(UUID id, int acted, int refused, int resolved) {
        jdbc.sql("update governance_run set acted = acted + :acted, refused = refused + :refused, resolved = resolved + :resolved where id = :id")
                .param("id", id)
                .param("acted", acted)
                .param("refused", refused)
                .param("resolved", resolved)
                .update();
    }

    void held(UUID id, String because) {
        jdbc.sql("""
                update governance_run set status = 'HELD', held_because = :because, lease_until = null, lease_holder = null
                where id = :id and status = 'RUNNING'""")
                .param("id", id)
                .param("because", because)
                .update();
    }

    void released(UUID id, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                update governance_run
                set status = 'RUNNING', phase = 'ACTING', held_because = null, lease_holder = :holder, lease_until = :leaseUntil
                where id = :id and status = 'HELD'""")
                .param("id", id)
                .param("holder", holder)
                .param("leaseUntil", timestamp(leaseUntil))
                .update();
    }

    /** @param failure null when it did not fail */
    void end(UUID id, Run.Status status, @Nullable String failure, Instant now) {
        jdbc.sql("""
                update governance_run
                set status = :status, failure = :failure, held_because = null, ended_at = :now, lease_until = null, lease_holder = null
                where id = :id and ended_at is null""")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure)
                .param("now", timestamp(now))
                .update();
    }

    /** Only while this server still holds it. */
    void fail(UUID id, UUID holder, String failure, Instant now) {
        jdbc.sql("""
                with failed as (
                    update governance_run
                    set status = 'FAILED', failure = :failure, ended_at = :now, lease_until = null, lease_holder = null
                    where id = :id and lease_holder = :holder and status = 'RUNNING'
                    returning id)
                delete from governance_listed using failed where run_id = failed.id""")
                .param("id", id)
                .param("holder", holder)
                .param("failure", failure)
                .param("now", timestamp(now))
                .update();
    }

    /** Dry runs show something once; nobody comes back to them after weeks. */
    void forgetDryRuns(Instant before) {
        jdbc.sql("""
                with old as (delete from governance_run where dry_run and ended_at < :before returning id)
                delete from governance_finding using old where governance_finding.first_run_id = old.id and status = 'DRY'""")
                .param("before", timestamp(before))
                .update();
    }

    private Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("check_id", UUID.class),
                Family.valueOf(row.getString("family")),
                row.getString("name"),
                row.getObject("application_id", UUID.class),
                json.readValue(row.getString("definition"), Definition.class),
                Remedy.valueOf(row.getString("action")),
                new Limits(row.getObject("most_accounts", Integer.class), row.getObject("most_percent", Integer.class)),
                row.getBoolean("dry_run"),
                Run.Status.valueOf(row.getString("status")),
                Run.Phase.valueOf(row.getString("phase")),
                row.getString("place"),
                row.getInt("listed"),
                row.getInt("found"),
                row.getInt("fresh"),
                row.getInt("touching"),
                row.getInt("acted"),
                row.getInt("refused"),
                row.getInt("adopted"),
                row.getInt("resolved"),
                row.getString("held_because"),
                row.getString("failure"),
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), row.getObject("initiator_id", UUID.class),
                        row.getString("initiator_name")),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("ended_at")));
    }
}
