package dev.syncline.bulkrepair;

import dev.syncline.bulkrepair.BulkRepair.Order;
import dev.syncline.rights.Scope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Bulk repairs and how they stand. Whoever changes one has its row locked, or guards by its status. */
@Repository
class BulkRepairRepository {

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final BulkRepairRows rows;
    private final JsonMapper json;

    BulkRepairRepository(JdbcClient jdbc, BulkRepairRows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /**
     * Newest first, those before the given one (null for the first).
     *
     * @param seen who does not see all sees what was planned by who sees no more
     */
    List<BulkRepair> page(RepairAction action, BulkRepair.Status status, Scope seen, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from bulk_repair
                where (:action = '' or action = :action) and (:status = '' or status = :status) and id < :before
                  and (:seesAll or visible <@ :visible)
                order by id desc
                limit :limit""")
                .param("action", action == null ? "" : action.name())
                .param("status", status == null ? "" : status.name())
                .param("before", before == null ? HIGHEST : before)
                .param("seesAll", seen.isAll())
                .param("visible", seen.ids())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    Optional<BulkRepair> find(UUID id) {
        return jdbc.sql("select * from bulk_repair where id = :id").param("id", id).query(rows).optional();
    }

    Optional<BulkRepair> lock(UUID id) {
        return jdbc.sql("select * from bulk_repair where id = :id for update").param("id", id).query(rows).optional();
    }

    /** One that is being planned by this server. */
    void insert(BulkRepair repair, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                insert into bulk_repair (id, action, status, filter, selection, visible, planner_kind, planner_id, planner_name, lease_holder,
                    lease_until, created_at)
                values (:id, :action, :status, cast(:filter as jsonb), :selection, :visible, :kind, :planner, :name, :holder, :leaseUntil, :createdAt)""")
                .param("id", repair.id())
                .param("action", repair.action().name())
                .param("status", repair.status().name())
                .param("filter", repair.filter() == null ? null : json.writeValueAsString(repair.filter()))
                .param("selection", repair.selection() == null ? null : repair.selection().toArray(UUID[]::new))
                .param("visible", repair.visible().isAll() ? null : repair.visible().ids())
                .param("kind", repair.planner().kind().name())
                .param("planner", repair.planner().id())
                .param("name", repair.planner().name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .param("createdAt", Timestamp.from(repair.createdAt()))
                .update();
    }

    /** Renews the lease and locks the row for the rest of the transaction; empty when it is no longer this server's to work on. */
    Optional<BulkRepair> hold(UUID id, BulkRepair.Status status, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                update bulk_repair set lease_until = :leaseUntil
                where id = :id and status = :status and lease_holder = :holder
                returning *""")
                .param("id", id)
                .param("status", status.name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(rows)
                .optional();
    }

    List<BulkRepair> takeOver(UUID holder, Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update bulk_repair set lease_holder = :holder, lease_until = :leaseUntil
                where id in (select id from bulk_repair where lease_until < :now for update skip locked)
                returning *""")
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(rows)
                .list();
    }

    /** While a plan of very many takes its time. */
    void renew(List<UUID> ids, UUID holder, Instant leaseUntil) {
        jdbc.sql("update bulk_repair set lease_until = :leaseUntil where id = any (:ids) and lease_holder = :holder and lease_until is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .update();
    }

    /** Another server, or this one later, may go on with them at once. */
    void giveAllBack(UUID holder, Instant now) {
        jdbc.sql("update bulk_repair set lease_until = :past where lease_holder = :holder and lease_until is not null")
                .param("holder", holder)
                .param("past", Timestamp.from(now.minusMillis(1)))
                .update();
    }

    void giveBack(UUID id, Instant now) {
        jdbc.sql("update bulk_repair set lease_until = :past where id = :id and lease_until is not null")
                .param("id", id)
                .param("past", Timestamp.from(now.minusMillis(1)))
                .update();
    }

    /** What the plan has written down is counted, and it waits for the word to go. */
    void planned(UUID id, Instant now, Instant expiresAt) {
        jdbc.sql("""
                update bulk_repair r
                set status = 'PLANNED', total = p.tasks, waiting = p.tasks, deletions = p.deletions, taking_away = p.taking_away,
                    left_out = (select coalesce(sum(tasks), 0) from bulk_repair_left_out where repair_id = r.id),
                    planned_at = :now, expires_at = :expiresAt, lease_until = null, lease_holder = null
                from (select count(*) as tasks, count(*) filter (where t.action = 'DELETE') as deletions,
                          count(*) filter (where t.takes_away) as taking_away
                      from bulk_repair_task i
                      join task t on t.id = i.task_id
                      where i.repair_id = :id and i.result = 'WAITING') p
                where r.id = :id and r.status = 'PLANNING'""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** The word to go, or to go on: with what counts from now on. */
    void running(BulkRepair repair, Order order, int failuresBefore, Instant now, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                update bulk_repair
                set status = 'RUNNING', reason = :reason, per_minute = :perMinute, stop_after = :stopAfter, because = null,
                    failures_before = :failuresBefore, next_at = :nextAt, started_at = coalesce(started_at, :now), runner_kind = :kind,
                    runner_id = :runner, runner_name = :name, lease_holder = :holder, lease_until = :leaseUntil
                where id = :id""")
                .param("id", repair.id())
                .param("reason", order.reason())
                .param("perMinute", order.pace().perMinute())
                .param("stopAfter", order.stopAfter())
                .param("failuresBefore", failuresBefore)
                .param("nextAt", Timestamp.from(order.pace().first(now)))
                .param("now", Timestamp.from(now))
                .param("kind", order.by().kind().name())
                .param("runner", order.by().id())
                .param("name", order.by().name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .update();
    }

    void approved(UUID id, String by) {
        jdbc.sql("update bulk_repair set approved_by = :by where id = :id").param("id", id).param("by", by).update();
    }

    /** So many waiting tasks had their turn; those of them that are not counted here are under way. */
    void turned(UUID id, int turned, RepairCounts became, Instant nextAt) {
        jdbc.sql("""
                update bulk_repair
                set waiting = waiting - :turned, under_way = under_way + :underWay, done = done + :done, changed = changed + :changed,
                    refused = refused + :refused, next_at = :nextAt
                where id = :id""")
                .param("id", id)
                .param("turned", turned)
                .param("underWay", became.underWay())
                .param("done", became.done())
                .param("changed", became.changed())
                .param("refused", became.refused())
                .param("nextAt", Timestamp.from(nextAt))
                .update();
    }

    /** @param because may be null for a pause */
    void halt(UUID id, BulkRepair.Status status, @Nullable String because) {
        jdbc.sql("update bulk_repair set status = :status, because = :because, lease_until = null, lease_holder = null where id = :id")
                .param("id", id)
                .param("status", status.name())
                .param("because", because)
                .update();
    }

    /** Something went wrong on our side: a plan has failed, a run stops where it is. Only while this server still holds it. */
    void fail(UUID id, UUID holder, Instant now) {
        jdbc.sql("""
                update bulk_repair
                set status = case status when 'PLANNING' then 'FAILED' else 'STOPPED' end,
                    ended_at = case status when 'PLANNING' then cast(:now as timestamptz) end,
                    because = 'Something went wrong on our side; what was done before stays. The server''s log has the details.',
                    lease_until = null, lease_holder = null
                where id = :id and lease_holder = :holder and status in ('PLANNING', 'RUNNING')""")
                .param("id", id)
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those whose turn has not come are not done. */
    void end(UUID id, BulkRepair.Status status, @Nullable String because, Instant now) {
        jdbc.sql("""
                update bulk_repair
                set status = :status, because = :because, not_done = not_done + waiting, waiting = 0, ended_at = :now, lease_until = null,
                    lease_holder = null
                where id = :id and ended_at is null""")
                .param("id", id)
                .param("status", status.name())
                .param("because", because)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Plans nobody has run in time keep their counts, and lose their tasks. */
    void expire(Instant now) {
        jdbc.sql("""
                with over as (
                    update bulk_repair
                    set status = 'EXPIRED', ended_at = :now, not_done = waiting, waiting = 0
                    where status = 'PLANNED' and expires_at <= :now
                    returning id)
                delete from bulk_repair_task i using over where i.repair_id = over.id""")
                .param("now", Timestamp.from(now))
                .update();
    }

    List<UUID> underWay() {
        return jdbc.sql("select id from bulk_repair where under_way > 0").query(UUID.class).list();
    }
}
