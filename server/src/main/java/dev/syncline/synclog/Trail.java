package dev.syncline.synclog;

import dev.syncline.synclog.TrailStep.Kind;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Why a task exists: from what happened first to the task itself, over failed tasks it was corrected from. */
@Service
class Trail {

    /** Corrections of corrections followed back. */
    private static final int FARTHEST = 20;

    private final TrailRepository repository;
    private final Ledger ledger;

    Trail(TrailRepository repository, Ledger ledger) {
        this.repository = repository;
        this.ledger = ledger;
    }

    /** In the order in which it happened, without the task itself. */
    List<TrailStep> to(Task task) {
        List<TrailStep> steps = new ArrayList<>();
        Task at = task;
        for (int corrections = 0; at != null && corrections < FARTHEST; corrections++) {
            Optional<Task> before = causingTask(at);
            steps.addAll(0, before.isPresent() ? List.of(step(before.get())) : beginning(at));
            at = before.orElse(null);
        }
        return steps;
    }

    private Optional<Task> causingTask(Task task) {
        return task.cause() != null && task.cause().type().equals("TASK") ? ledger.find(task.cause().id()) : Optional.empty();
    }

    private static TrailStep step(Task task) {
        return new TrailStep(Kind.TASK, task.id(), null, task.action() + " " + task.objectName(),
                task.initiator().name(), task.openedAt(), task.failureMessage());
    }

    private List<TrailStep> beginning(Task task) {
        List<TrailStep> steps = new ArrayList<>(repository.batch(task));
        Cause cause = task.cause();
        if (cause == null) {
            return steps.isEmpty() ? List.of(byName(task, Kind.BY_HAND, task.objectName())) : steps;
        }
        boolean isBatch = steps.stream().anyMatch(step -> cause.id().equals(step.id()));
        List<TrailStep> known = isBatch ? List.of() : repository.cause(task, cause);
        steps.addAll(known.isEmpty() && !isBatch ? List.of(byName(task, kind(cause), cause.name())) : known);
        if (cause.type().equals("GLOBAL_POLICY")) {
            steps.add(new TrailStep(Kind.GLOBAL_POLICY, null, null, cause.name(), null, null, null));
        }
        return steps;
    }

    /** Where no more is known than what the task itself keeps. */
    private static TrailStep byName(Task task, Kind kind, String name) {
        return new TrailStep(kind, task.cause() == null ? null : task.cause().id(), null, name, task.initiator().name(), task.openedAt(), null);
    }

    private static Kind kind(Cause cause) {
        return switch (cause.type()) {
            case "ORGANIZATION_CHANGE" -> Kind.ORGANIZATION_CHANGE;
            case "GROUP_CHANGE" -> Kind.GROUP_CHANGE;
            case "SYNCHRONIZATION" -> Kind.SYNCHRONIZATION;
            default -> Kind.OTHER;
        };
    }
}
