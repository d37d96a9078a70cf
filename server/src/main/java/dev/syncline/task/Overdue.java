package dev.syncline.task;

import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds tasks whose time ran out: callbacks that never came, workers that never came back, waits whose end was passed over. */
@Service
public class Overdue {

    /** A running task whose lease has ended, and whether a request of its attempt had left without an answer on record. */
    public record Lost(Task task, boolean sent) {}

    private static final int BATCH = 500;

    private static final String LOST = """
            select t.*, exists (
                select 1 from wire_message m
                where m.task_id = t.id and m.attempt = t.claims and m.kind = 'REQUEST') as sent
            from task t
            where t.status = 'RUNNING' and t.lease_until < ?
            order by t.lease_until
            limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;
    private final Lines lines;
    private final Answers answers;
    private final Superseding superseding;
    private final Waiting waiting;
    private final Failures failures;
    private final Effects effects;
    private final Journal journal;
    private final Notices notices;
    private final Clock clock;

    Overdue(JdbcTemplate jdbc, TaskRows rows, Lines lines, Answers answers, Superseding superseding, Waiting waiting, Failures failures,
            Effects effects, Journal journal, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
        this.answers = answers;
        this.superseding = superseding;
        this.waiting = waiting;
        this.failures = failures;
        this.effects = effects;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    /** Tasks whose lease had ended by then; to be settled with {@link Settlement#leaseEndedBefore()}. */
    public List<Lost> lost(Instant now) {
        return jdbc.query(LOST, (row, number) -> new Lost(rows.mapRow(row, number), row.getBoolean("sent")), Timestamp.from(now), BATCH);
    }

    /** Lets tasks go on that wait for one that is settled, and answers whether there were any. */
    @Transactional
    public int goOnWherePassedOver() {
        return waiting.goOnWherePassedOver();
    }

    /** Fails tasks whose callback did not come by its deadline, as many as fit one transaction, and answers how many. */
    @Transactional
    public int expireCallbacks() {
        Instant now = clock.instant();
        List<Task> due = answers.overdue(now, BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        Set<UUID> held = new HashSet<>(due.stream().map(Task::lineId).toList());
        lines.lock(held);
        List<Task> expired = answers.expire(due.stream().map(Task::id).toList(), now);
        journal.record(expired.stream().map(task -> Entry.of(task.id(), now, Event.NO_CALLBACK, task.failureMessage())).toList());
        failures.among(expired);
        effects.settled(superseding.pointless(held, now));
        notices.changed(expired.stream().map(Task::id).toList());
        notices.work();
        return expired.size();
    }
}
