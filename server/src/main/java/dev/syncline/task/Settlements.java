package dev.syncline.task;

import dev.syncline.journal.Attempt;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door by which the results of attempts come in. One transaction for a batch: states, record, and effects, or nothing. */
@Service
public class Settlements {

    private final Lines lines;
    private final Settling settling;
    private final Superseding superseding;
    private final CallbackDoor callbacks;
    private final Failures failures;
    private final Effects effects;
    private final Journal journal;
    private final Notices notices;
    private final Clock clock;

    Settlements(Lines lines, Settling settling, Superseding superseding, CallbackDoor callbacks, Failures failures, Effects effects,
            Journal journal, Notices notices, Clock clock) {
        this.lines = lines;
        this.settling = settling;
        this.superseding = superseding;
        this.callbacks = callbacks;
        this.failures = failures;
        this.effects = effects;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Settles attempts. A result whose task no longer runs under the attempt's number changes nothing but the record: its worker had
     * lost the task.
     *
     * @return the ids of the tasks whose result counted
     */
    @Transactional
    public Set<UUID> settle(List<Settlement> settlements) {
        Instant now = clock.instant();
        Map<UUID, Settlement> byTask = settlements.stream()
                .collect(Collectors.toMap(Settlement::taskId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        settling.planOnce();
        lines.lock(settlements.stream().map(Settlement::lineId).toList());
        List<Task> changed = settling.settle(List.copyOf(byTask.values()));
        Set<UUID> counted = changed.stream().map(Task::id).collect(Collectors.toCollection(HashSet::new));
        record(settlements, counted, now);
        lines.remember(learned(changed, byTask));
        failures.among(changed);
        effects.settled(changed);
        supersede(changed, now);
        callbacks.applyEarly(changed.stream().filter(task -> task.status() == Status.AWAITING_CALLBACK).toList());
        notices.changed(counted);
        return counted;
    }

    /** The ids that targets gave in these very answers. */
    private static Map<UUID, String> learned(List<Task> changed, Map<UUID, Settlement> settlements) {
        Map<UUID, String> learned = new HashMap<>();
        for (Task task : changed) {
            Settlement settlement = Objects.requireNonNull(settlements.get(task.id()), "only tasks of these settlements change");
            String remoteId = switch (settlement.verdict()) {
                case Verdict.Succeed(String id, String note) -> id;
                case Verdict.Await(String id, Instant dueAt) -> id;
                case Verdict.RetryLater later -> null;
                case Verdict.Fail fail -> null;
            };
            if (remoteId != null) {
                learned.put(task.lineId(), remoteId);
            }
        }
        return learned;
    }

    private void record(List<Settlement> settlements, Set<UUID> counted, Instant now) {
        journal.recordMessages(settlements.stream().flatMap(settlement -> settlement.messages().stream()).toList());
        List<Settlement> ours = settlements.stream().filter(settlement -> counted.contains(settlement.taskId())).toList();
        journal.recordAttempts(ours.stream().map(Settlements::attempt).toList());
        List<Entry> entries = new ArrayList<>();
        for (Settlement settlement : settlements) {
            // The sweep guesses that a lease has ended; when it had not after all, there is nothing to tell.
            if (counted.contains(settlement.taskId())) {
                entries.addAll(told(settlement, now));
            } else if (settlement.leaseEndedBefore() == null) {
                entries.add(Entry.of(settlement.taskId(), now, Event.LATE_RESULT,
                        "A worker that had lost this task came back with: " + settlement.outcome()));
            }
        }
        journal.record(entries);
    }

    private void supersede(List<Task> changed, Instant now) {
        Set<UUID> held = changed.stream().filter(task -> task.status() == Status.QUEUED || task.status() == Status.FAILED)
                .map(Task::lineId).collect(Collectors.toSet());
        if (!held.isEmpty()) {
            effects.settled(superseding.pointless(held, now));
        }
    }

    private static List<Entry> told(Settlement settlement, Instant now) {
        UUID id = settlement.taskId();
        Entry verdict = switch (settlement.verdict()) {
            case Verdict.Succeed(String remoteId, String note) -> Entry.of(id, now, Event.SUCCEEDED, note);
            case Verdict.Await(String remoteId, Instant dueAt) -> new Entry(
                    id, now, Event.AWAITING_CALLBACK, null, null, Map.of("until", dueAt));
            case Verdict.RetryLater(FailureKind kind, String message, Instant dueAt, boolean isCounted, String reason) -> new Entry(
                    id, now, kind == FailureKind.THROTTLED ? Event.THROTTLED : Event.RETRY_LATER, null, message,
                    Map.of("kind", kind, "until", dueAt));
            case Verdict.Fail(FailureKind kind, String message) -> new Entry(
                    id, now, Event.FAILED, null, message, Map.of("kind", kind));
        };
        return settlement.leaseEndedBefore() == null
                ? List.of(verdict)
                : List.of(Entry.of(id, now, Event.LEASE_LOST, "Its worker stopped without a result"), verdict);
    }

    private static Attempt attempt(Settlement settlement) {
        boolean counted = !(settlement.verdict() instanceof Verdict.RetryLater later) || later.counted();
        return switch (settlement.verdict()) {
            case Verdict.Succeed(String remoteId, String note) -> attempt(settlement, null, note, counted);
            case Verdict.Await await -> attempt(settlement, null, null, counted);
            case Verdict.RetryLater later -> attempt(settlement, later.kind(), later.message(), counted);
            case Verdict.Fail(FailureKind kind, String message) -> attempt(settlement, kind, message, counted);
        };
    }

    private static Attempt attempt(Settlement settlement, @Nullable FailureKind kind, @Nullable String message, boolean counted) {
        return new Attempt(settlement.taskId(), settlement.attempt(), settlement.runnerId(), settlement.startedAt(),
                settlement.endedAt(), settlement.outcome(), kind == null ? null : kind.name(), message, counted);
    }
}
