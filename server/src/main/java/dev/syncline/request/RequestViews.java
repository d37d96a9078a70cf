package dev.syncline.request;

import dev.syncline.journal.Actor;
import dev.syncline.personal.Veils;
import dev.syncline.request.RequestView.Act;
import dev.syncline.request.RequestView.EventView;
import dev.syncline.request.RequestView.StepView;
import dev.syncline.request.RequestView.TaskView;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts requests, their steps and what became of their tasks together, with one query each for any number of requests. */
@Component
class RequestViews {

    private final StepRepository steps;
    private final Progress progress;
    private final Timeline timeline;
    private final Decisions decisions;
    private final Veils veils;

    RequestViews(StepRepository steps, Progress progress, Timeline timeline, Decisions decisions, Veils veils) {
        this.steps = steps;
        this.progress = progress;
        this.timeline = timeline;
        this.decisions = decisions;
        this.veils = veils;
    }

    /** Without steps, tasks and events. */
    List<RequestView> of(List<AccessRequest> requests, Actor reader) {
        List<UUID> ids = requests.stream().map(AccessRequest::id).toList();
        Map<UUID, List<Step>> theirs = steps.of(ids);
        Map<UUID, List<Task>> tasks = progress.tasks(ids);
        return requests.stream()
                .map(request -> view(request, theirs.getOrDefault(request.id(), List.of()),
                        tasks.getOrDefault(request.id(), List.of()), reader, null))
                .toList();
    }

    RequestView detail(AccessRequest request, Actor reader) {
        List<UUID> id = List.of(request.id());
        return view(request, steps.of(id).getOrDefault(request.id(), List.of()),
                progress.tasks(id).getOrDefault(request.id(), List.of()), reader, timeline.of(request.id()));
    }

    /** @param events null where steps, tasks and events are left out */
    private RequestView view(AccessRequest request, List<Step> steps, List<Task> tasks, Actor reader, @Nullable List<RequestEvent> events) {
        Step open = steps.stream().filter(step -> step.status() == Step.Status.OPEN).findFirst().orElse(null);
        Progress.State state = Progress.state(request, tasks);
        return new RequestView(request.id(), request.number(), request.name(), request.kind(), request.requester(), request.beneficiary(),
                request.applicationId(), request.packageId(), request.subjectName(), request.items(), request.reason(),
                request.durationDays(), request.endsAt(), state, message(request, state, open, tasks),
                open == null ? List.of() : open.waitedFor(), open != null && open.toAdministrators(), request.submittedAt(),
                request.decidedAt(), request.decidedBy(), actions(request, open, reader),
                events == null ? null : steps.stream().map(StepView::of).toList(),
                events == null ? null : tasks.stream().map(task -> TaskView.of(task, veils.of(task))).toList(),
                events == null ? null : events.stream().map(EventView::of).toList());
    }

    private List<Act> actions(AccessRequest request, @Nullable Step open, Actor reader) {
        List<Act> actions = new ArrayList<>();
        if (open != null && decisions.mayDecide(request, open, reader)) {
            actions.add(Act.APPROVE);
            actions.add(Act.REJECT);
        }
        if (request.status() == AccessRequest.Status.WAITING) {
            if (reader.kind() == Actor.Kind.USER && request.concerns(reader.id())) {
                actions.add(Act.WITHDRAW);
            }
            actions.add(Act.COMMENT);
        }
        return actions;
    }

    private String message(AccessRequest request, Progress.State state, @Nullable Step open, List<Task> tasks) {
        return switch (state) {
            case WAITING -> open == null || open.toAdministrators()
                    ? "Waits for an administrator."
                    : "Waits for " + open.waitedFor().stream().map(Person::name).collect(Collectors.joining(", ")) + ".";
            case APPROVED -> "Approved by " + request.decidedBy() + "; about to be provisioned.";
            case PROVISIONING -> "Being provisioned.";
            case DONE -> "Approved by " + request.decidedBy()
                    + (request.kind() == AccessRequest.Kind.PROLONG ? ", and ends later now." : ", and done.");
            case FAILED -> tasks.stream().filter(task -> task.status() == Status.FAILED).findFirst()
                    .map(task -> "Failed at " + task.applicationName() + ": " + veils.of(task).text(task.failureMessage())).orElseThrow();
            case GIVEN_UP -> "Approved, but given up before it was done.";
            case REJECTED -> "Rejected by " + request.decidedBy() + ".";
            case WITHDRAWN -> "Withdrawn by " + request.decidedBy() + ".";
        };
    }
}
