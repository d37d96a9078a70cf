package dev.syncline.repair;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.synclog.TaskDetail;
import dev.syncline.synclog.TaskLog;
import dev.syncline.task.Ledger;
import dev.syncline.task.Repairs;
import dev.syncline.task.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Confirm, retry and cancel. Each answers with the task as it is afterwards. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@Tag(name = "Tasks")
class RepairController {

    private final Repairs repairs;
    private final Ledger ledger;
    private final TaskLog log;

    RepairController(Repairs repairs, Ledger ledger, TaskLog log) {
        this.repairs = repairs;
        this.ledger = ledger;
        this.log = log;
    }

    @GetMapping("/confirm")
    @Operation(summary = "What would follow from confirming a failed task; changes nothing")
    ConfirmPreview preview(@PathVariable UUID id) {
        Task task = ledger.find(id).orElseThrow(() -> ProblemException.notFound("task", id));
        return ConfirmPreview.of(task, repairs.followUps(id));
    }

    @PostMapping("/confirm")
    @Operation(summary = "It was done by hand in the target: everything success would have caused happens now")
    TaskDetail confirm(@PathVariable UUID id, @RequestBody Reason reason, Actor by) {
        repairs.confirm(id, reason.text(), by);
        return log.detail(id);
    }

    @PostMapping("/retry")
    @Operation(summary = "The same task again, with a fresh schedule")
    TaskDetail retry(@PathVariable UUID id, Actor by) {
        repairs.retry(id, by);
        return log.detail(id);
    }

    @PostMapping("/cancel")
    @Operation(summary = "Gives a queued or failed task up")
    TaskDetail cancel(@PathVariable UUID id, @RequestBody Reason reason, Actor by) {
        repairs.cancel(id, reason.text(), by);
        return log.detail(id);
    }
}
