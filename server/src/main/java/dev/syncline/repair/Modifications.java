package dev.syncline.repair;

import dev.syncline.journal.Actor;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.personal.Veils;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import dev.syncline.task.Ledger;
import dev.syncline.task.Repairs;
import dev.syncline.task.Task;
import dev.syncline.task.TaskAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Retry after modification: checks what was entered, opens the corrected task, and keeps what was changed. */
@Service
class Modifications {

    private final Ledger ledger;
    private final Repairs repairs;
    private final Corrections corrections;
    private final Journal journal;
    private final Veils veils;
    private final Clock clock;

    Modifications(Ledger ledger, Repairs repairs, Corrections corrections, Journal journal, Veils veils, Clock clock) {
        this.ledger = ledger;
        this.repairs = repairs;
        this.corrections = corrections;
        this.journal = journal;
        this.veils = veils;
        this.clock = clock;
    }

    /** The difference is what the caller may see of it. */
    Correction validate(UUID id, Scope scope, Wanted wanted) {
        Task failed = failed(id, scope);
        return corrections.check(failed, wanted).behind(veils.of(failed));
    }

    /** @return the new task */
    @Transactional
    Task modify(UUID id, Scope scope, Wanted wanted, String reason, Actor by) {
        Correction correction = corrections.check(failed(id, scope), wanted);
        correction.refuseBad();
        Task task = repairs.modify(id, correction.parameters(), correction.newSecrets(), reason, by);
        journal.record(List.of(new Entry(task.id(), clock.instant(), Event.MODIFIED, by.name(), reason,
                Map.of("difference", correction.difference()))));
        return task;
    }

    private Task failed(UUID id, Scope scope) {
        Task task = ledger.find(id).filter(found -> scope.has(found.applicationId())).orElseThrow(() -> ProblemException.notFound("task", id));
        if (!Repairs.allowed(task).contains(TaskAction.MODIFY)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "The task is " + task.status() + "; only a failed task can be retried after modification.");
        }
        return task;
    }
}
