package dev.syncline.synclog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Schema;
import dev.syncline.journal.MaskedBy;
import dev.syncline.task.Parameters;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One task in full. The four parts of the record are {@code log} (operation log), {@code parameters}, {@code requests} and {@code
 * responses}.
 *
 * @param supersedes the task this one corrects; null for most
 * @param supersededBy the task that took this one's place
 * @param permissionDetails what was bound and unbound; absent unless an account was successfully created or updated
 * @param modification what a person changed when this task was made from a failed one; null for most
 * @param schema what attributes the target takes; null when the application is gone
 * @param payloads whether what was carried is there; false when the caller may not see it
 */
public record TaskDetail(
        @JsonUnwrapped TaskRow row,
        String remoteId,
        boolean takesAway,
        Priority priority,
        @Nullable Link supersedes,
        @Nullable Link supersededBy,
        Parameters parameters,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PermissionDetails permissionDetails,
        List<Step> log,
        List<Try> tries,
        List<Request> requests,
        List<Response> responses,
        List<Callback> callbacks,
        List<Related> related,
        @Nullable Modification modification,
        @Nullable Schema schema,
        boolean payloads) {

    /** The same for who may know what happened, and not what was carried. */
    TaskDetail withoutPayloads() {
        List<Step> said = log.stream().map(step -> new Step(step.id(), step.at(), step.event(), step.actor(), step.message(), null)).toList();
        Parameters names = new Parameters(parameters.name(), Map.of(), parameters.bind(), parameters.unbind());
        Modification why = modification == null ? null : new Modification(modification.reason(), List.of());
        return new TaskDetail(row, remoteId, takesAway, priority, supersedes, supersededBy, names, permissionDetails, said, tries, List.of(),
                List.of(), List.of(), related, why, schema, false);
    }

    /** Another task. */
    public record Link(UUID id) {
        static @Nullable Link to(@Nullable UUID id) {
            return id == null ? null : new Link(id);
        }
    }

    /** The permissions a successful creation or update of an account bound and unbound. */
    public record PermissionDetails(List<PermissionRef> bound, List<PermissionRef> unbound) {

        /** Null unless all three conditions hold: an account, created or updated, with success. */
        static @Nullable PermissionDetails of(Task task) {
            boolean account = task.objectType() == ObjectType.ACCOUNT;
            boolean createdOrUpdated = task.action() == Action.CREATE || task.action() == Action.UPDATE;
            boolean success = task.status() == Status.SUCCEEDED || task.status() == Status.CONFIRMED;
            return account && createdOrUpdated && success
                    ? new PermissionDetails(task.parameters().bind(), task.parameters().unbind())
                    : null;
        }
    }

    /** One line of the operation log. */
    public record Step(UUID id, @Nullable Instant at, String event, String actor, @Nullable String message, @Nullable JsonNode detail) {}

    /**
     * One finished attempt.
     *
     * @param number also numbers its requests and responses
     * @param counted whether it counts against the limit of attempts
     */
    public record Try(int number, @Nullable Instant startedAt, @Nullable Instant endedAt, long durationMs, String outcome,
            @Nullable String failureKind, @Nullable String message, boolean counted) {}

    /**
     * A request as it was sent.
     *
     * @param size characters of the body as sent
     * @param cut characters of it that were not kept
     * @param masked by what rules something in it was masked; empty for what was recorded before they were kept
     */
    public record Request(int attempt, int seq, @Nullable Instant at, String protocol, String operation, @Nullable String target,
            Map<String, List<String>> headers, @Nullable String body, int size, int cut, @Nullable List<MaskedBy> masked) {}

    /**
     * What came back for the request of the same attempt and number.
     *
     * @param broken no answer came; {@code body} says what happened instead
     * @param durationMs from the request to the answer; null when the request is no longer kept
     */
    public record Response(int attempt, int seq, @Nullable Instant at, @Nullable String status, Map<String, List<String>> headers,
            @Nullable String body, int size, int cut, @Nullable List<MaskedBy> masked, boolean broken, @Nullable Long durationMs) {}

    /** A message that reached the task's callback address. {@code repeats} more like it were only counted. */
    public record Callback(@Nullable Instant receivedAt, String verdict, String webhookId, @Nullable String message,
            @Nullable JsonNode headers, @Nullable String body, int repeats) {}

    /**
     * Another task of the same story.
     *
     * @param settledAt null while it is not
     */
    public record Related(UUID id, Action action, Source source, Status status, @Nullable Instant openedAt, @Nullable Instant settledAt,
            Relation relation) {}

    public enum Relation {
        EARLIER,
        LATER,
        SUPERSEDES,
        SUPERSEDED_BY,
        /** It has to be settled before this one may go on. */
        WAITED_FOR,
        WAITS_FOR_THIS,
        SAME_BATCH
    }

    /** Why and what a person changed. */
    public record Modification(@Nullable String reason, List<Difference> difference) {}
}
