package dev.syncline.task;

import dev.syncline.id.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives due tasks to a worker, and keeps them its own while it is alive. */
@Repository
public class TaskClaims {

    /**
     * A task for a worker.
     *
     * @param task running, with the attempt's fencing number in {@link Task#claims()}
     * @param secrets values of its secret attributes
     */
    public record Claimed(Task task, Map<String, String> secrets) {}

    /**
     * Of each application as many as it has room for; an application's single changes before its bulk work, the longest due first. A
     * task runs only when nothing of its line is on the wire and nothing stands before it, but for failed ones if it only takes
     * access away.
     */
    private static final String CLAIM = """
            with picked as (
                select ready.id
                from unnest(?::uuid[], ?::int[]) as room(application_id, free)
                cross join lateral (
                    select t.id from task t
                    where t.application_id = room.application_id and t.status = 'QUEUED' and t.due_at <= ?
                      and not exists (
                          select 1 from task e
                          where e.line_id = t.line_id and e.settled_at is null and e.id <> t.id
                            and (e.status in ('RUNNING', 'AWAITING_CALLBACK')
                                 or e.turn < t.turn and not (t.takes_away and e.status = 'FAILED')))
                    order by t.priority, t.due_at, t.id
                    limit room.free
                    for update of t skip locked) ready)
            , claimed as (
                update task set status = 'RUNNING', claims = claims + 1, runner_id = ?, started_at = ?, lease_until = ?, due_at = null,
                    wait_reason = null
                from picked
                where task.id = picked.id
                returning task.*)
            , journaled as (
                insert into entry (id, task_id, at, event)
                select ?, id, started_at, 'STARTED' from claimed)
            select * from claimed
            """;

    // A claim need not be on disk by itself: the request it leads to is committed after it, waits for the disk, and takes the claim along,
    // because the log is written in order. A claim lost without its request is one of which nothing was sent.
    private static final String WITHOUT_WAITING_FOR_THE_DISK = "set local synchronous_commit = off; " + HotPath.PLAN_ONCE + HotPath.BY_INDEX;

    /** What somebody holds is being settled just then and needs no lease; waiting for it could close a circle with the settlement. */
    private static final String EXTEND = """
            with held as (
                select id from task where runner_id = ? and status = 'RUNNING' and id = any (?::uuid[])
                for update skip locked)
            update task set lease_until = ? where id = any (array(select id from held))
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;
    private final SecretSealer sealer;
    private final Ids ids;
    private final TransactionTemplate transactions;

    TaskClaims(JdbcTemplate jdbc, TaskRows rows, SecretSealer sealer, Ids ids, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sealer = sealer;
        this.ids = ids;
        this.transactions = transactions;
    }

    /**
     * Claims due tasks; the claim is committed when this returns.
     *
     * @param room how many tasks each application has room for
     * @param lease after which the tasks count as lost unless it is extended
     */
    public List<Claimed> claim(UUID runnerId, Map<UUID, Integer> room, Instant now, Duration lease) {
        try {
            return transactions.execute(status -> {
                jdbc.execute(WITHOUT_WAITING_FOR_THE_DISK);
                return claimed(runnerId, room, Timestamp.from(now), Timestamp.from(now.plus(lease)));
            });
        } catch (DuplicateKeyException e) {
            // Another server took a task of the same line in the same moment: one of us waits for the next round.
            return List.of();
        }
    }

    private List<Claimed> claimed(UUID runnerId, Map<UUID, Integer> room, Timestamp now, Timestamp leaseUntil) {
        // One id serves all entries of a claim, each belongs to another task; it grows with time, which the log is read by.
        UUID entry = ids.next();
        UUID[] applications = room.keySet().toArray(UUID[]::new);
        Integer[] free = List.of(applications).stream().map(room::get).toArray(Integer[]::new);
        return jdbc.query(CLAIM, (row, number) -> {
            Task task = rows.mapRow(row, number);
            return new Claimed(task, sealer.open(task.id(), row.getBytes("sealed_secrets")));
        }, applications, free, now, runnerId, now, leaseUntil, entry);
    }

    /** Extends the leases of tasks a worker is still at. */
    public void extend(UUID runnerId, Collection<UUID> taskIds, Instant until) {
        if (!taskIds.isEmpty()) {
            jdbc.update(EXTEND, runnerId, taskIds.toArray(UUID[]::new), Timestamp.from(until));
        }
    }
}
