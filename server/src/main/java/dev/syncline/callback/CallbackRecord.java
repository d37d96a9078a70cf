package dev.syncline.callback;

import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps callbacks, secrets masked, and tells the operation log of them. Of messages that change nothing only so many are kept for each
 * task; further ones are counted, for anyone who learns an address can send as many as they like.
 */
@Component
class CallbackRecord {

    /** Per task and verdict. */
    static final int MOST_KEPT = 20;

    private static final int MOST_OF_A_FORGED_BODY = 2_000;

    private final CallbackRepository repository;
    private final Targets targets;
    private final Ledger ledger;
    private final Journal journal;
    private final Clock clock;

    CallbackRecord(CallbackRepository repository, Targets targets, Ledger ledger, Journal journal, Clock clock) {
        this.repository = repository;
        this.targets = targets;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /** Tells the log of a genuine answer, before it takes effect. */
    void announce(Task task, Answer answer) {
        String said = answer.succeeded() ? "The target called back that it succeeded" : "The target called back that it failed";
        String when = task.status() == Status.AWAITING_CALLBACK ? "" : ", while the task was " + task.status();
        journal.record(List.of(Entry.of(task.id(), clock.instant(), Event.CALLBACK, said + when + ".")));
    }

    Masking masking(Task task) {
        Optional<Target> target = targets.resolve(task.applicationId());
        return Masking.of(task, ledger.secretValues(task), target.map(Target::secretValues).orElse(Set.of()),
                target.map(Target::maskedAttributes).orElse(Set.of()));
    }

    void keep(Message message, Received received, Masking masking, Instant now) {
        UUID task = message.taskId();
        if (!changes(received.verdict()) && repository.count(task, received.verdict()) >= MOST_KEPT) {
            repository.repeat(task, received.verdict());
            return;
        }
        repository.insert(message, received, masking.headers(message.headers()), body(message, received, masking), now);
        if (received.answer() == null) {
            journal.record(List.of(Entry.of(task, now, Event.CALLBACK,
                    "A message at the callback address counts as " + received.verdict() + ". " + received.explanation())));
        }
    }

    private static String body(Message message, Received received, Masking masking) {
        String text = new String(message.body(), StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
        String masked = masking.body(text);
        boolean cut = received.verdict() == Verdict.FORGED && masked.length() > MOST_OF_A_FORGED_BODY;
        return cut ? masked.substring(0, MOST_OF_A_FORGED_BODY) : masked;
    }

    private static boolean changes(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, EARLY, LATE -> true;
            case DUPLICATE, FORGED, STALE, INVALID, IGNORED -> false;
        };
    }
}
