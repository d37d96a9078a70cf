package dev.syncline.task;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Tasks that wait for a task of another line: an account for its organization, an organization for the one above it. Such a task is queued
 * and due at no time, so claiming needs not look for what it waits for. It goes on in the transaction that settles the awaited one.
 *
 * <p>That transaction has not locked the waiting task's line, so it never waits for its row: one that somebody else is changing in that
 * moment, or that was opened in it, is passed over and found by {@link #goOnWherePassedOver} soon after.
 */
@Repository
class Waiting {

    private static final int GROUP = 500;

    private static final String RELEASE = """
            with held as (
                select t.id, t.waits_for from task t
                where t.waits_for = any (?::uuid[])
                for update skip locked)
            update task set due_at = ?, waits_for = null, wait_reason = null
            from held
            where task.id = held.id
            returning task.id, held.waits_for
            """;

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
    private final Journal journal;
    private final Notices notices;
    private final Clock clock;

    Waiting(JdbcTemplate jdbc, TaskReads reads, Journal journal, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    /** What new tasks have to wait for, by the task they named. A settled one is not in it, unless another took its place. */
    Map<UUID, OpenedTask.Wait> resolve(List<NewTask> tasks) {
        Set<UUID> named = tasks.stream().map(NewTask::waitsFor).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, OpenedTask.Wait> waits = new HashMap<>();
        Map<UUID, UUID> standing = named.stream().collect(Collectors.toMap(id -> id, id -> id));
        while (!standing.isEmpty()) {
            Map<UUID, Task> found = reads.find(Set.copyOf(standing.values())).stream().collect(Collectors.toMap(Task::id, task -> task));
            Map<UUID, UUID> followed = new HashMap<>();
            standing.forEach((id, last) -> {
                Task task = awaitable(last, found.get(last));
                if (task.status() == Status.SUPERSEDED) {
                    followed.put(id, task.supersededById());
                } else if (!task.status().settled()) {
                    waits.put(id, new OpenedTask.Wait(task.id(), "waiting for " + words(task)));
                }
            });
            standing = followed;
        }
        return waits;
    }

    /** Lets go on what waited for these tasks, or wait for the one that took their place. Nobody waits for an account. */
    void goOnAfter(List<Task> settled) {
        List<Task> awaited = settled.stream().filter(task -> task.objectType() != ObjectType.ACCOUNT).toList();
        if (!awaited.isEmpty()) {
            release(awaited.stream().filter(task -> task.status() != Status.SUPERSEDED).toList());
            follow(awaited.stream().filter(task -> task.status() == Status.SUPERSEDED).toList());
        }
    }

    /** Finds tasks that wait for one that is settled, and answers how many settled ones there were. */
    int goOnWherePassedOver() {
        List<UUID> awaited = jdbc.queryForList(PASSED_OVER, UUID.class, GROUP);
        goOnAfter(reads.find(awaited));
        return awaited.size();
    }

    static Entry waits(UUID task, OpenedTask.Wait wait, Instant now) {
        return new Entry(task, now, Event.WAITING, null, wait.reason(), Map.of("waitsFor", wait.task()));
    }

    private void release(List<Task> awaited) {
        Instant now = clock.instant();
        Map<UUID, Task> byId = awaited.stream().collect(Collectors.toMap(Task::id, task -> task, (one, other) -> other));
        List<Entry> entries = new ArrayList<>();
        jdbc.query(RELEASE, row -> {
            Task done = byId.get(row.getObject("waits_for", UUID.class));
            entries.add(new Entry(row.getObject("id", UUID.class), now, Event.RELEASED, null,
                    "No longer waiting for " + words(done), Map.of("waitedFor", done.id())));
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

    private static Task awaitable(UUID id, Task task) {
        if (task == null || task.objectType() == ObjectType.ACCOUNT) {
            throw new IllegalArgumentException("No task of an organization or a group has the id " + id + ", so nothing can wait for it.");
        }
        return task;
    }

    private static String words(Task task) {
        return "the " + task.objectType().name().toLowerCase(Locale.ROOT) + " " + task.objectName() + " in " + task.applicationName();
    }

    private static UUID[] ids(List<Task> tasks, Function<Task, UUID> id) {
        return tasks.stream().map(id).toArray(UUID[]::new);
    }
}
