package dev.syncline.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.Action;
import dev.syncline.journal.Veil;
import dev.syncline.request.AccessRequest.Item;
import dev.syncline.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its readers see it.
 *
 * @param name "Request 1042 by Ming Li"
 * @param state where it stands, read from its steps and tasks
 * @param message what is happening, in a sentence
 * @param waitsFor the people it waits for
 * @param forAdministrators it waits for an administrator
 * @param steps only in the detail of one request, like the tasks and events
 * @param actions what the reader may do with it
 */
record RequestView(
        UUID id,
        long number,
        String name,
        AccessRequest.Kind kind,
        Person requester,
        Person beneficiary,
        @Nullable UUID applicationId,
        @Nullable UUID packageId,
        String subjectName,
        List<Item> items,
        String reason,
        @Nullable Integer durationDays,
        @Nullable Instant endsAt,
        Progress.State state,
        String message,
        List<Person> waitsFor,
        boolean forAdministrators,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        List<Act> actions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> steps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TaskView> tasks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EventView> events) {

    enum Act {
        APPROVE,
        REJECT,
        WITHDRAW,
        COMMENT
    }

    record StepView(
            int position,
            ApprovalStep.Approvers approvers,
            ApprovalStep.Quorum quorum,
            Step.Status status,
            boolean toAdministrators,
            @Nullable Instant openedAt,
            @Nullable Instant escalatesAt,
            @Nullable Instant decidedAt,
            List<Step.Asked> asked) {

        static StepView of(Step step) {
            return new StepView(step.position(), step.rule().approvers(), step.rule().quorum(), step.status(), step.toAdministrators(),
                    step.openedAt(), step.escalatesAt(), step.decidedAt(), step.asked());
        }
    }

    record TaskView(
            UUID id, UUID applicationId, String applicationName, Action action, String objectName, dev.syncline.task.Status status,
            @Nullable String failureMessage, @Nullable Instant openedAt, @Nullable Instant settledAt) {

        static TaskView of(Task task, Veil veil) {
            return new TaskView(task.id(), task.applicationId(), task.applicationName(), task.action(), task.objectName(), task.status(),
                    veil.text(task.failureMessage()), task.openedAt(), task.settledAt());
        }
    }

    record EventView(Instant at, RequestEvent.Kind kind, String actor, @Nullable Integer step, List<String> people, String comment) {

        static EventView of(RequestEvent event) {
            return new EventView(event.at(), event.kind(), event.actor().name(), event.step(), event.people(), event.comment());
        }
    }
}
