package dev.syncline.synclog;

import dev.syncline.audit.Audit;
import dev.syncline.journal.Actor;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Task;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Shows hidden personal values one at a time. Nothing is shown before it is on record who looked at what, and why. */
@Service
class Reveals {

    private final TaskLog log;
    private final Veils veils;
    private final Journal journal;
    private final Audit audit;
    private final Clock clock;

    Reveals(TaskLog log, Veils veils, Journal journal, Audit audit, Clock clock) {
        this.log = log;
        this.veils = veils;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param field the field or attribute the value was first found in
     * @param value as it was sent, received or asked for
     */
    record Revealed(String mark, String field, String value) {}

    /** @throws ProblemException NOT_FOUND when no value of the record has this mark */
    Revealed reveal(Task task, String mark, String reason, Actor by) {
        Veil veil = veils.drawn(task);
        HiddenValues.in(log.whole(task.id()), veil);
        Veil.Hidden hidden = veil.behind(mark).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND,
                "No value of this record has the mark \"" + mark + "\". What a target says now is not part of the record, and payloads are kept"
                        + " for a limited time only; load the record again."));
        audit.about("task", task.id(), task.objectName());
        audit.inApplication(task.applicationId());
        // said here, so that the answer, which is the value, is not taken for it
        audit.changed(null, Map.of("field", hidden.field()));
        journal.record(List.of(new Entry(task.id(), clock.instant(), Event.REVEALED, by.name(), reason, Map.of("field", hidden.field()))));
        return new Revealed(mark, hidden.field(), hidden.value());
    }
}
