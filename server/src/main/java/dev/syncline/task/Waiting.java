package dev.syncline.task;

import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.sql.ArrayColumns;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Tasks that wait for tasks of other lines: an account for its organization, an organization for the one above it, its deletion for all
 * that leave it, accounts too. Such a task is queued and due at no time, so claiming needs not look for what it waits for. It names one of them; the
 * transaction that settles this one lets it go on, or wait for the next.
 *
 * <p>That transaction has not locked the waiting task's line, so it never waits for its row: one that somebody else is changing in that
 * moment, or that was opened in it, is passed over and found by {@link #goOnWherePassedOver} soon after. So is what waits for an account:
 * accounts settle by the thousand, and hardly ever does anything wait for one.
 */
@Repository
class Waiting {

    private static final int GROUP = 500;

    private static final String RELEASE = """
            with held as (
                select t.id, t.waits_for from task t
                where t.waits_for = any (?::uuid[]) and t.waits_also is null
                for update skip locked)
            update task set due_at = ?, waits_for = null, wait_reason = null
            from held
            where task.id = held.id
            returning task.id, held.waits_for
            """;

    private static final String HELD_BY_MORE = """
            select id, waits_for, waits_also from task
            where waits_for = any (?::uuid[]) and waits_also is not null
            for update skip locked
            """;

    /** With no next one it names the settled one still, and waits for it alone. */
    private static final String WAIT_FOR_THE_NEXT = """
            update task set waits_for = coalesce(u.next, task.waits_for), waits_also = u.also::uuid[],
                wait_reason = coalesce(u.reason, task.wait_reason)
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as u(id, next, also, reason)
            where task.id = u.id
            """;

    private static final ArrayColumns<Map.Entry<UUID, Optional<OpenedTask.Wait>>> NEXT = new ArrayColumns<>(
            uuid(Map.Entry::getKey), uuid(one -> one.getValue().map(OpenedTask.Wait::task).orElse(null)),
            text(one -> one.getValue().map(OpenedTask.Wait::alsoAsLiteral).orElse(null)),
            text(one -> one.getValue().map(OpenedTask.Wait::reason).orElse(null)));

    private static final String FOLLOW = """
            with held as (
                select t.id, u.successor from unnest(?::uuid[], ?::uuid[]) as u(awaited, successor)
                join task t on t.waits_for = u.awaited
                for update of t skip locked)
            update task set waits_for = held.successor
            from held
            where task.id = held.id
            returning task.id, held.successor
            """;

    private static final String PASSED_OVER = """
            select distinct a.id from task t join task a on a.id = t.waits_for
            where t.waits_for is not null and a.settled_at is not null
            limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TaskReads reads;
    private final Awaited awaited;
    private final Journal journal;
    private final Notices notices;
    private final Clock clock;

    Waiting(JdbcTemplate jdbc, TaskReads reads, Awaited awaited, Journal journal, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.awaited = awaited;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    /** Lets go on what waited for these tasks, or wait for the one that took their place. Accounts are left to the sweep. */
    void goOnAfter(List<Task> settled) {
        goOn(settled.stream().filter(task -> task.objectType() != ObjectType.ACCOUNT).toList());
    }

    private void goOn(List<Task> settled) {
        if (!settled.isEmpty()) {
            List<Task> done = settled.stream().filter(task -> task.status() != Status.SUPERSEDED).toList();
            waitForTheNext(ids(done, Task::id));
            release(done);
            follow(settled.stream().filter(task -> task.status() == Status.SUPERSEDED).toList());
        }
    }

    /** Finds tasks that wait for one that is settled, and answers how many settled ones there were. */
    int goOnWherePassedOver() {
        List<UUID> awaited = jdbc.queryForList(PASSED_OVER, UUID.class, GROUP);
        goOn(reads.find(awaited));
        return awaited.size();
    }

    static Entry waits(UUID task, OpenedTask.Wait wait, Instant now) {
        return new Entry(task, now, Event.WAITING, null, wait.reason(), Map.of("waitsFor", wait.task()));
    }

    /** What waits for several: the next of them takes the place of the settled one. Where none is left, {@link #release} finds it. */
    private void waitForTheNext(UUID[] settled) {
        Instant now = clock.instant();
        Map<UUID, List<UUID>> named = new LinkedHashMap<>();
        jdbc.query(HELD_BY_MORE, row -> {
            named.put(row.getObject("id", UUID.class), List.of((UUID[]) row.getArray("waits_also").getArray()));
        }, (Object) settled);
        if (named.isEmpty()) {
            return;
        }
        Map<UUID, Task> standing = awaited.standing(named.values().stream().flatMap(List::stream).toList());
        Map<UUID, Optional<OpenedTask.Wait>> waits = new LinkedHashMap<>();
        named.forEach((id, ids) -> waits.put(id, Optional.ofNullable(Awaited.wait(ids, standing))));
        jdbc.update(WAIT_FOR_THE_NEXT, statement -> NEXT.bind(statement, 1, List.copyOf(waits.entrySet())));
        List<Entry> entries = new ArrayList<>();
        waits.forEach((id, next) -> next.ifPresent(wait -> entries.add(waits(id, wait, now))));
        tell(entries);
    }

    private void release(List<Task> awaited) {
        Instant now = clock.instant();
        Map<UUID, Task> byId = awaited.stream().collect(Collectors.toMap(Task::id, task -> task, (one, other) -> other));
        List<Entry> entries = new ArrayList<>();
        jdbc.query(RELEASE, row -> {
            Task done = Objects.requireNonNull(byId.get(row.getObject("waits_for", UUID.class)), "released because of one of these");
            entries.add(new Entry(row.getObject("id", UUID.class), now, Event.RELEASED, null,
                    "No longer waiting for " + Awaited.words(done), Map.of("waitedFor", done.id())));
        }, byId.keySet().toArray(UUID[]::new), Timestamp.from(now));
        tell(entries);
        if (!entries.isEmpty()) {
            notices.work();
        }
    }

    private void follow(List<Task> superseded) {
        if (superseded.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        jdbc.query(FOLLOW, row -> {
            entries.add(new Entry(row.getObject("id", UUID.class), now, Event.WAITING, null,
                    "waiting for the task that took the place of the one it waited for",
                    Map.of("waitsFor", row.getObject("successor", UUID.class))));
        }, ids(superseded, Task::id), ids(superseded, Task::supersededById));
        tell(entries);
    }

    private void tell(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            journal.record(List.copyOf(entries));
            notices.changed(entries.stream().map(Entry::taskId).toList());
        }
    }

    private static UUID[] ids(List<Task> tasks, Function<Task, UUID> id) {
        return tasks.stream().map(id).toArray(UUID[]::new);
    }
}
