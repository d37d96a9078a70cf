package dev.syncline.repair;

import dev.syncline.application.RemoteObject;
import dev.syncline.connector.Action;
import dev.syncline.foureyes.FourEyes;
import dev.syncline.foureyes.Proposal;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.synclog.Allowed;
import dev.syncline.synclog.TaskDetail;
import dev.syncline.synclog.TaskLog;
import dev.syncline.task.Ledger;
import dev.syncline.task.Repairs;
import dev.syncline.task.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Confirm, retry and cancel, and what is good to know before. Each act answers with the task as it is afterwards. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@Tag(name = "Tasks")
@Needs(Right.SEE_TASKS)
class RepairController {

    private final Repairs repairs;
    private final Ledger ledger;
    private final Outlooks outlooks;
    private final TaskLog log;
    private final RecordedTask recorded;
    private final FourEyes fourEyes;
    private final ProposedConfirmations proposed;

    RepairController(Repairs repairs, Ledger ledger, Outlooks outlooks, TaskLog log, RecordedTask recorded, FourEyes fourEyes,
            ProposedConfirmations proposed) {
        this.repairs = repairs;
        this.ledger = ledger;
        this.outlooks = outlooks;
        this.log = log;
        this.recorded = recorded;
        this.fourEyes = fourEyes;
        this.proposed = proposed;
    }

    @Needs(Right.SEE_PAYLOADS)
    @GetMapping("/target")
    @Operation(summary = "What the target has now of the object the task is about", description = "Calls the target, and leaves no trace in the "
            + "log. Secret and masked values are hidden.")
    RemoteObject target(@PathVariable UUID id, Scope scope) {
        return outlooks.target(task(id, scope));
    }

    @GetMapping("/confirm")
    @Operation(summary = "What would follow from confirming a failed task; changes nothing")
    ConfirmPreview confirmation(@PathVariable UUID id, Scope scope) {
        return ConfirmPreview.of(task(id, scope), repairs.followUps(id));
    }

    @Needs(Right.CONFIRM)
    @PostMapping("/confirm")
    @Operation(summary = "It was done by hand in the target: everything success would have caused happens now", description = """
            Where a deletion needs a second person, the answer is 202 and the confirmation is a proposal, whose address is in Location.""")
    ResponseEntity<TaskDetail> confirm(
            @PathVariable UUID id, @RequestBody Confirmation confirmation, Actor by, Scope scope, Rights may) {
        Task task = recorded(id, scope, may);
        if (!Allowed.mayDelete(may, task)) {
            may.require(Right.CONFIRM_DELETIONS, task.applicationId());
        }
        String reason = Reason.check(confirmation.reason());
        if (task.action() == Action.DELETE && fourEyes.needsForDeletion(task.applicationId())) {
            Proposal made = proposed.propose(task, reason, confirmation.detail(), by);
            return ResponseEntity.accepted().location(URI.create("/api/v1/proposals/" + made.id())).body(log.detail(id, may));
        }
        repairs.confirm(id, reason, confirmation.detail(), by);
        recorded.changed(task);
        return ResponseEntity.ok(log.detail(id, may));
    }

    @Needs(Right.SEE_PAYLOADS)
    @GetMapping("/retry")
    @Operation(summary = "What retrying a task would send, and what has changed since it failed; changes nothing")
    RetryPreview retrying(@PathVariable UUID id, Scope scope) {
        return outlooks.retry(task(id, scope));
    }

    @Needs(Right.RETRY)
    @PostMapping("/retry")
    @Operation(summary = "The same task again, with a fresh schedule")
    TaskDetail retry(@PathVariable UUID id, Actor by, Scope scope, Rights may) {
        Task before = recorded(id, scope, may);
        repairs.retry(id, by);
        recorded.changed(before);
        return log.detail(id, may);
    }

    @Needs(Right.CANCEL)
    @PostMapping("/cancel")
    @Operation(summary = "Gives a queued or failed task up")
    TaskDetail cancel(@PathVariable UUID id, @RequestBody Reason reason, Actor by, Scope scope, Rights may) {
        Task before = recorded(id, scope, may);
        repairs.cancel(id, reason.text(), by);
        recorded.changed(before);
        return log.detail(id, may);
    }

    /** Of which the audit will tell. Who may not see it would be refused the answer when the act is done. */
    private Task recorded(UUID id, Scope scope, Rights may) {
        may.require(Right.SEE_TASKS);
        task(id, scope);
        return recorded.about(id);
    }

    private Task task(UUID id, Scope scope) {
        return ledger.find(id).filter(task -> scope.has(task.applicationId())).orElseThrow(() -> ProblemException.notFound("task", id));
    }
}
