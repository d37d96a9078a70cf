package dev.syncline.task;

import dev.syncline.id.Ids;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door by which tasks come into being, and by which they are found. */
@Service
public class Ledger {

    private final Lines lines;
    private final TaskInserts inserts;
    private final TaskReads reads;
    private final Superseding superseding;
    private final Awaited awaited;
    private final SecretSealer sealer;
    private final Effects effects;
    private final Journal journal;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    Ledger(Lines lines, TaskInserts inserts, TaskReads reads, Superseding superseding, Awaited awaited, SecretSealer sealer,
            Effects effects, Journal journal, Notices notices, Ids ids, Clock clock) {
        this.lines = lines;
        this.inserts = inserts;
        this.reads = reads;
        this.superseding = superseding;
        this.awaited = awaited;
        this.sealer = sealer;
        this.effects = effects;
        this.journal = journal;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Locks the lines of objects for the rest of the caller's transaction. Whoever changes objects and opens tasks for them calls
     * this before the first change: tasks that settle meanwhile lock in the same order, so neither waits for the other in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> objectIds) {
        lines.lock(objectIds);
    }

    /**
     * Opens tasks in the caller's transaction, so that they exist exactly if the change that caused them is committed. Tasks of
     * one object run in the order given, after all that were opened before.
     *
     * @return the ids, in the order given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> open(List<NewTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<UUID, Long> firstTurns = lines.takeTurns(tasks);
        List<UUID> older = firstTurns.entrySet().stream().filter(line -> line.getValue() > 1).map(Map.Entry::getKey).toList();
        Folding folding = Folding.of(placed(tasks, firstTurns), reads.unsettledLocked(older), this::secretsOf);
        inserts.insert(folding.tasks(), now);
        lines.remember(remoteIds(tasks));
        journal.record(folding.tasks().stream().flatMap(task -> opened(task, now)).toList());
        List<Task> superseded = new ArrayList<>(
                superseding.replace(folding.folded(), Event.FOLDED, "Its changes travel with a newer update", now));
        if (folding.tasks().stream().anyMatch(OpenedTask::takesAway)) {
            superseded.addAll(superseding.pointless(firstTurns.keySet(), now));
        }
        effects.settled(superseded);
        List<UUID> opened = folding.tasks().stream().map(OpenedTask::id).toList();
        notices.changed(opened);
        notices.work();
        return opened;
    }

    public Optional<Task> find(UUID id) {
        return reads.find(List.of(id)).stream().findFirst();
    }

    /** In no particular order; those that do not exist are left out. */
    public List<Task> findAll(Collection<UUID> taskIds) {
        return reads.find(taskIds);
    }

    /** The unsettled tasks of objects, line by line in the order of their turns. */
    public List<Task> unsettled(Collection<UUID> objectIds) {
        return reads.unsettled(objectIds);
    }

    /** The tasks that were caused by these (see {@link Cause#id}), newest first, up to the given number. */
    public List<Task> because(Collection<UUID> causeIds, int limit) {
        return causeIds.isEmpty() ? List.of() : reads.because(causeIds, limit);
    }

    /** How many tasks of each batch have each status; a status without tasks is missing. */
    public Map<UUID, Map<Status, Integer>> counts(Collection<UUID> batchIds) {
        return reads.counts(batchIds);
    }

    /** For each queued task that may not run yet: the task that holds it, of its line or the one of another line it waits for. */
    public Map<UUID, UUID> blockers(Collection<UUID> taskIds) {
        return taskIds.isEmpty() ? Map.of() : reads.blockers(taskIds);
    }

    /** The values of a task's secret attributes, so that they can be masked; none once it is settled, for then nobody knows them. */
    public Collection<String> secretValues(Task task) {
        return secretsOf(task).values();
    }

    private List<OpenedTask> placed(List<NewTask> tasks, Map<UUID, Long> firstTurns) {
        Map<UUID, Long> next = new HashMap<>(firstTurns);
        Map<UUID, Task> standing = awaited.standing(tasks.stream().flatMap(task -> task.waitsFor().stream()).toList());
        List<OpenedTask> placed = new ArrayList<>(tasks.size());
        for (NewTask task : tasks) {
            long turn = next.merge(task.objectId(), 1L, Long::sum) - 1;
            placed.add(new OpenedTask(ids.next(), turn, task, task.parameters(), task.secrets(), null, Awaited.wait(task, standing)));
        }
        return placed;
    }

    private Map<String, String> secretsOf(Task task) {
        return sealer.open(task.id(), reads.sealed(task.id()));
    }

    private static Map<UUID, String> remoteIds(List<NewTask> tasks) {
        Map<UUID, String> known = new HashMap<>();
        tasks.stream().filter(task -> task.remoteId() != null).forEach(task -> known.put(task.objectId(), task.remoteId()));
        return known;
    }

    private static Stream<Entry> opened(OpenedTask task, Instant now) {
        Entry opened = new Entry(task.id(), now, Event.OPENED, task.task().initiator().name(), null, null);
        return task.held() == null ? Stream.of(opened) : Stream.of(opened, Waiting.waits(task.id(), task.held(), now));
    }
}
