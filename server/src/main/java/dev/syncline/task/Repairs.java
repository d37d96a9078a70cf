package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door by which a person changes a task. Every method refuses with a {@link ProblemException} what the task's state forbids. */
@Service
public class Repairs {

    private static final int GROUP = 500;

    private final Lines lines;
    private final TaskReads reads;
    private final TaskInserts inserts;
    private final PersonalChanges changes;
    private final Superseding superseding;
    private final SecretSealer sealer;
    private final Effects effects;
    private final Journal journal;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Repairs(Lines lines, TaskReads reads, TaskInserts inserts, PersonalChanges changes, Superseding superseding, SecretSealer sealer,
            Effects effects, Journal journal, Notices notices, Ids ids, Clock clock, TransactionTemplate transactions) {
        this.lines = lines;
        this.reads = reads;
        this.inserts = inserts;
        this.changes = changes;
        this.superseding = superseding;
        this.sealer = sealer;
        this.effects = effects;
        this.journal = journal;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What may be done with a task as it stands. The details are there for exactly: account, create or update, success. */
    public static Set<TaskAction> allowed(Task task) {
        Set<TaskAction> allowed = EnumSet.of(TaskAction.VIEW);
        switch (task.status()) {
            case FAILED -> Collections.addAll(allowed, TaskAction.CONFIRM, TaskAction.RETRY, TaskAction.MODIFY, TaskAction.CANCEL);
            case QUEUED -> allowed.add(TaskAction.CANCEL);
            case SUCCEEDED, CONFIRMED -> {
                if (task.objectType() == ObjectType.ACCOUNT && (task.action() == Action.CREATE || task.action() == Action.UPDATE)) {
                    allowed.add(TaskAction.VIEW_DETAILS);
                }
            }
            case RUNNING, AWAITING_CALLBACK, SUPERSEDED, CANCELLED -> {}
        }
        return allowed;
    }

    /** What would follow from confirming a failed task. */
    @Transactional(readOnly = true)
    public List<TaskEffects.FollowUp> followUps(UUID id) {
        Task task = reads.find(List.of(id)).stream().findFirst().orElseThrow(() -> ProblemException.notFound("task", id));
        require(task, TaskAction.CONFIRM, "confirmed");
        return effects.followUps(task);
    }

    /** With nothing more to keep than the reason. */
    @Transactional
    public Task confirm(UUID id, String reason, Actor by) {
        return confirm(id, reason, null, by);
    }

    /**
     * A person did it by hand in the target: everything that success would have caused happens now.
     *
     * @param detail what the log keeps of it besides the reason; null for nothing
     */
    @Transactional
    public Task confirm(UUID id, @Nullable String reason, @Nullable Map<String, ?> detail, Actor by) {
        return confirm(id, Errand.single(by, reason, detail));
    }

    /** The same as a part of something larger. */
    @Transactional
    public Task confirm(UUID id, Errand errand) {
        Task task = locked(id, TaskAction.CONFIRM, "confirmed");
        Task confirmed = changes.confirm(id, errand.by().name(), errand.reason(), clock.instant());
        return settled(task, confirmed, Event.CONFIRMED, errand);
    }

    /** Gives a task up. */
    @Transactional
    public Task cancel(UUID id, String reason, Actor by) {
        return cancel(id, Errand.single(by, reason, null));
    }

    /** The same as a part of something larger. */
    @Transactional
    public Task cancel(UUID id, Errand errand) {
        Task task = locked(id, TaskAction.CANCEL, "cancelled");
        Task cancelled = changes.cancel(id, errand.by().name(), errand.reason(), clock.instant());
        return settled(task, cancelled, Event.CANCELLED, errand);
    }

    /** Runs the same task again, with a fresh schedule. */
    @Transactional
    public Task retry(UUID id, Actor by) {
        return retry(id, Errand.single(by, null, null));
    }

    /** The same as a part of something larger: what a person waits for goes before it. */
    @Transactional
    public Task retry(UUID id, Errand errand) {
        Task task = locked(id, TaskAction.RETRY, "retried");
        Task queued = changes.requeue(id, errand.priority(), clock.instant());
        tell(task, Event.RETRIED, errand);
        effects.settled(superseding.pointless(List.of(task.lineId()), clock.instant()));
        return queued;
    }

    /**
     * Opens a corrected copy of a failed task, which takes the failed one's place in its line.
     *
     * @param wanted the corrected parameters; a secret attribute that is still {@link Parameters#SECRET} keeps its sealed value
     * @param newSecrets values of secret attributes that were entered anew
     * @return the new task
     */
    @Transactional
    public Task modify(UUID id, Parameters wanted, Map<String, String> newSecrets, String reason, Actor by) {
        Task failed = locked(id, TaskAction.MODIFY, "retried after modification");
        Map<String, String> secrets = new HashMap<>(sealer.open(id, reads.sealed(id)));
        secrets.putAll(newSecrets);
        secrets.keySet().removeIf(name -> !Parameters.SECRET.equals(wanted.attributes().get(name)));
        Instant now = clock.instant();
        OpenedTask corrected = corrected(failed, wanted, secrets, by);
        lines.remember(corrected.task());
        effects.settled(superseding.replace(Map.of(id, corrected.id()), Event.MODIFIED, reason, now));
        inserts.insert(List.of(corrected), now);
        journal.record(List.of(new Entry(corrected.id(), now, Event.OPENED, by.name(), reason, Map.of("supersedes", id))));
        notices.changed(List.of(id, corrected.id()));
        notices.work();
        return reads.locked(corrected.id()).orElseThrow();
    }

    /** Gives up everything of a batch that was not started, group by group, and answers how many tasks that were. */
    public int cancelBatch(UUID batchId, String reason, Actor by) {
        int cancelled = 0;
        List<UUID> queued = reads.queuedOfBatch(batchId, GROUP);
        while (!queued.isEmpty()) {
            List<UUID> group = queued;
            cancelled += transactions.execute(status -> cancelQueued(group, reason, by));
            queued = reads.queuedOfBatch(batchId, GROUP);
        }
        return cancelled;
    }

    private int cancelQueued(List<UUID> group, String reason, Actor by) {
        Instant now = clock.instant();
        lines.lock(reads.find(group).stream().map(Task::lineId).toList());
        List<Task> cancelled = changes.cancelQueued(group, by.name(), reason, now);
        journal.record(cancelled.stream()
                .map(task -> new Entry(task.id(), now, Event.CANCELLED, by.name(), reason, null)).toList());
        effects.settled(cancelled);
        notices.changed(cancelled.stream().map(Task::id).toList());
        notices.work();
        return cancelled.size();
    }

    private Task settled(Task before, Task after, Event event, Errand errand) {
        tell(before, event, errand);
        effects.settled(List.of(after));
        return after;
    }

    private void tell(Task task, Event event, Errand errand) {
        journal.record(List.of(new Entry(task.id(), clock.instant(), event, errand.by().name(), errand.reason(), errand.detail())));
        notices.changed(List.of(task.id()));
        notices.work();
    }

    private OpenedTask corrected(Task failed, Parameters wanted, Map<String, String> secrets, Actor by) {
        Cause cause = new Cause("TASK", failed.id(), failed.action() + " " + failed.objectName());
        NewTask task = new NewTask(failed.applicationId(), failed.applicationName(), failed.objectType(), failed.objectId(),
                nameOf(failed, wanted), failed.userId(), failed.userName(), failed.action(), Source.RETRY_AFTER_MODIFICATION, wanted, secrets,
                failed.remoteId(), Priority.INTERACTIVE, by, cause, failed.batchId(), null);
        return new OpenedTask(ids.next(), failed.turn(), task, wanted, secrets, failed.id());
    }

    /** What does not exist yet is called what it is to be called; everything else what it is called until the change. */
    private static @Nullable String nameOf(Task failed, Parameters wanted) {
        return failed.action() == Action.CREATE ? wanted.name() : failed.objectName();
    }

    private Task locked(UUID id, TaskAction action, String done) {
        Task found = reads.find(List.of(id)).stream().findFirst().orElseThrow(() -> ProblemException.notFound("task", id));
        lines.lock(List.of(found.lineId()));
        Task task = reads.locked(id).orElseThrow();
        require(task, action, done);
        return task;
    }

    private static void require(Task task, TaskAction action, String done) {
        if (!allowed(task).contains(action)) {
            String which = action == TaskAction.CANCEL ? "a queued or failed" : "a failed";
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "The task is " + task.status() + "; only " + which + " task can be " + done + ".");
        }
    }
}
