package dev.syncline.repair;

import dev.syncline.audit.Audit;
import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person decides over a task, for the audit: the task's own log tells the rest. */
@Component
class RecordedTask {

    private final Audit audit;
    private final Ledger ledger;
    private final Veils veils;

    RecordedTask(Audit audit, Ledger ledger, Veils veils) {
        this.audit = audit;
        this.ledger = ledger;
        this.veils = veils;
    }

    /** @throws ProblemException NOT_FOUND */
    Task about(UUID id) {
        Task task = ledger.find(id).orElseThrow(() -> ProblemException.notFound("task", id));
        audit.about("task", id, task.objectName());
        audit.inApplication(task.applicationId());
        return task;
    }

    void changed(Task before) {
        ledger.find(before.id()).ifPresent(after -> audit.changed(Map.of("status", before.status()), Map.of("status", after.status())));
    }

    /**
     * Personal values stay with the tasks, where whoever needs one reveals it.
     *
     * @param correction takes the failed task's place
     */
    void corrected(Task failed, Task correction) {
        Veil veil = veils.drawn(failed);
        audit.changed(Map.of("task", failed.id(), "parameters", failed.parameters().behind(veil)),
                Map.of("task", correction.id(), "parameters", correction.parameters().behind(veil)));
    }
}
