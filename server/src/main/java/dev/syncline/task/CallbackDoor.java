package dev.syncline.task;

import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door by which answers come in that a target gives later. */
@Service
public class CallbackDoor {

    /** What a callback did to its task. */
    public enum Verdict {
        /** It settled the task, or failed it as the target said. */
        ACCEPTED,
        /** The request's own answer is not settled yet: keep the callback, it is applied right after. */
        EARLY,
        /** It came after the deadline; a success still counts. */
        LATE,
        /** A callback had settled the task already. */
        DUPLICATE,
        /** The task no longer waits for it; nothing changed. */
        IGNORED
    }

    private final Lines lines;
    private final TaskReads reads;
    private final Answers answers;
    private final Superseding superseding;
    private final ObjectProvider<EarlyCallbacks> early;
    private final Failures failures;
    private final Effects effects;
    private final Journal journal;
    private final Notices notices;
    private final Clock clock;

    CallbackDoor(Lines lines, TaskReads reads, Answers answers, Superseding superseding, ObjectProvider<EarlyCallbacks> early,
            Failures failures, Effects effects, Journal journal, Notices notices, Clock clock) {
        this.lines = lines;
        this.reads = reads;
        this.answers = answers;
        this.superseding = superseding;
        this.early = early;
        this.failures = failures;
        this.effects = effects;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Takes a callback whose signature is right.
     *
     * @param remoteId the target's id of the object, or null
     * @param message what the target said, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Verdict answered(UUID taskId, boolean succeeded, @Nullable String remoteId, @Nullable String message) {
        Task task = lockedWithLine(taskId);
        if (task == null) {
            return Verdict.IGNORED;
        }
        return switch (task.status()) {
            case AWAITING_CALLBACK -> {
                apply(task, new EarlyCallbacks.Result(succeeded, remoteId, message));
                yield Verdict.ACCEPTED;
            }
            case RUNNING -> Verdict.EARLY;
            case FAILED -> late(task, new EarlyCallbacks.Result(succeeded, remoteId, message));
            case SUCCEEDED -> Verdict.DUPLICATE;
            case QUEUED, CONFIRMED, SUPERSEDED, CANCELLED -> Verdict.IGNORED;
        };
    }

    /** Gives callbacks that were already there to tasks that have just begun to wait for them. */
    void applyEarly(List<Task> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, Task> tasks = waiting.stream().collect(Collectors.toMap(Task::id, task -> task));
        Map<UUID, Instant> started = waiting.stream().collect(Collectors.toMap(Task::id, Task::startedAt));
        early.ifAvailable(kept -> kept.take(started).forEach((id, result) ->
                apply(Objects.requireNonNull(tasks.get(id), "only those of waiting tasks are taken"), result)));
    }

    private Verdict late(Task task, EarlyCallbacks.Result result) {
        if (task.failureKind() != FailureKind.NO_CALLBACK) {
            return Verdict.IGNORED;
        }
        if (result.succeeded()) {
            apply(task, result);
        }
        return Verdict.LATE;
    }

    private void apply(Task task, EarlyCallbacks.Result result) {
        Instant now = clock.instant();
        List<Task> changed = result.succeeded()
                ? answers.succeed(task.id(), result.remoteId(), result.message(), now)
                : answers.fail(task.id(), FailureKind.REFUSED, refusal(result));
        Event event = result.succeeded() ? Event.SUCCEEDED : Event.FAILED;
        journal.record(List.of(Entry.of(task.id(), now, event, result.succeeded() ? result.message() : refusal(result))));
        if (result.remoteId() != null) {
            lines.remember(Map.of(task.lineId(), result.remoteId()));
        }
        failures.among(changed);
        effects.settled(changed);
        if (!result.succeeded()) {
            effects.settled(superseding.pointless(List.of(task.lineId()), now));
        }
        notices.changed(List.of(task.id()));
        notices.work();
    }

    private @Nullable Task lockedWithLine(UUID taskId) {
        List<Task> found = reads.find(List.of(taskId));
        if (found.isEmpty()) {
            return null;
        }
        lines.lock(List.of(found.getFirst().lineId()));
        return reads.locked(taskId).orElse(null);
    }

    private static String refusal(EarlyCallbacks.Result result) {
        return result.message() == null ? "The target answered that it failed, without a reason." : result.message();
    }
}
