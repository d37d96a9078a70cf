package dev.syncline.synclog;

import dev.syncline.personal.Veils;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What helps to understand one record: why it exists, what to hold it against, and what helped before. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@Tag(name = "Tasks")
@Needs(Right.SEE_TASKS)
class RecordController {

    private final Ledger ledger;
    private final Trail trail;
    private final CounterpartRepository counterparts;
    private final ResolutionRepository resolutions;
    private final Veils veils;

    RecordController(Ledger ledger, Trail trail, CounterpartRepository counterparts, ResolutionRepository resolutions, Veils veils) {
        this.ledger = ledger;
        this.trail = trail;
        this.counterparts = counterparts;
        this.resolutions = resolutions;
        this.veils = veils;
    }

    @GetMapping("/trail")
    @Operation(summary = "Why the task exists, from what happened first: the change, the request and its approvals, the policy and its version")
    List<TrailStep> trail(@PathVariable UUID id, Rights may) {
        return trail.to(task(id, may)).stream().map(step -> step.asSeenBy(may)).toList();
    }

    @GetMapping("/counterparts")
    @Operation(summary = "Tasks that went well, to compare with: the last of the same object, and the last of the same kind in the application")
    Counterparts counterparts(@PathVariable UUID id, Rights may) {
        return counterparts.of(task(id, may));
    }

    @GetMapping("/resolutions")
    @Operation(summary = "How tasks that had failed for the same cause were settled, newest first, 20 at most")
    List<Resolution> resolutions(@PathVariable UUID id, Rights may) {
        Task task = task(id, may);
        boolean payloads = may.has(Right.SEE_PAYLOADS, task.applicationId());
        return resolutions.like(task).stream()
                .map(one -> one.behind(veils.of(task.applicationId(), one.correction() == null ? one.taskId() : one.correction(), one.objectName())))
                .map(one -> payloads ? one : one.withoutPayloads())
                .toList();
    }

    private Task task(UUID id, Rights may) {
        return ledger.find(id).filter(task -> may.has(Right.SEE_TASKS, task.applicationId())).orElseThrow(() -> ProblemException.notFound("task", id));
    }
}
