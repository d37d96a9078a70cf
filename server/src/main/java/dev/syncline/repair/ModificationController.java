package dev.syncline.repair;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.synclog.Difference;
import dev.syncline.synclog.TaskDetail;
import dev.syncline.synclog.TaskLog;
import dev.syncline.task.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Retry after modification. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/modify")
@Tag(name = "Tasks")
@Needs(Right.MODIFY)
class ModificationController {

    record Validation(boolean valid, List<FieldError> errors, List<Difference> difference) {}

    /** @param parameters all of them, not only what changed */
    record Draft(Wanted parameters) {}

    record Modification(Wanted parameters, String reason) {}

    private final Modifications modifications;
    private final TaskLog log;
    private final RecordedTask recorded;

    ModificationController(Modifications modifications, TaskLog log, RecordedTask recorded) {
        this.modifications = modifications;
        this.log = log;
        this.recorded = recorded;
    }

    @PostMapping("/validate")
    @Operation(summary = "Whether corrected parameters could be sent, and what they change; changes nothing")
    Validation validate(@PathVariable UUID id, @RequestBody Draft draft, Scope scope) {
        Correction correction = modifications.validate(id, scope, given(draft.parameters()));
        return new Validation(correction.errors().isEmpty(), correction.errors(), correction.difference());
    }

    @PostMapping
    @Operation(summary = "Opens a corrected copy of a failed task, which takes its place; answers with the new task")
    ResponseEntity<TaskDetail> modify(@PathVariable UUID id, @RequestBody Modification modification, Actor by, Scope scope, Rights may) {
        // Who may not see it would be refused the answer when the act is done.
        may.require(Right.SEE_TASKS);
        String reason = Reason.check(modification.reason());
        Task failed = recorded.about(id);
        Task task = modifications.modify(id, scope, given(modification.parameters()), reason, by);
        recorded.corrected(failed, task);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id())).body(log.detail(task.id(), may));
    }

    private static Wanted given(Wanted wanted) {
        if (wanted == null) {
            throw ProblemException.invalid("parameters", "Send the corrected \"parameters\", all of them.");
        }
        return wanted;
    }
}
