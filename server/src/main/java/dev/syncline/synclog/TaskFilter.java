package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for. Several values of one filter mean any of them, different filters mean all of them; empty means any.
 *
 * @param account ids of the objects the tasks are about
 * @param initiator names or ids of those who caused the tasks
 * @param from opened at this instant or later
 * @param to opened before this instant
 * @param visible where the reader sees tasks at all; none of the other filters leads out of it
 * @param personal where the reader sees personal values: elsewhere free text is looked for in what the failures of a group have in common, which
 *     is about nobody, and not in what each says
 * @param q words that occur in the names of the object or its user, in its remote id, or in the error text
 */
record TaskFilter(
        @Parameter(description = "Ids of applications.") List<UUID> application,
        List<ObjectType> objectType,
        List<Action> action,
        List<Status> status,
        List<Source> source,
        List<FailureKind> failureKind,
        @Parameter(description = "Ids of the objects (accounts) the tasks are about.") List<UUID> account,
        @Parameter(description = "Ids of users.") List<UUID> user,
        @Parameter(description = "Names or ids of initiators.") List<String> initiator,
        @Parameter(description = "Ids of batches.") List<UUID> batch,
        @Parameter(description = "Ids of what caused the tasks: policies, requests, findings, changes of users.") List<UUID> cause,
        @Parameter(description = "Ids of bulk repairs the tasks are part of.") List<UUID> repair,
        @Parameter(description = "Ids of groups of failures: tasks whose last failure belongs to them, also those repaired since.") List<UUID> failureGroup,
        @Parameter(description = "Opened at this instant or later.") @Nullable Instant from,
        @Parameter(description = "Opened before this instant.") @Nullable Instant to,
        @Parameter(description = "Words in object, user, remote id or error text; fewer than three letters match beginnings of names.") @Nullable String q,
        @Parameter(description = "attention: failed tasks, oldest first.") View view,
        @Parameter(hidden = true) Scope visible,
        @Parameter(hidden = true) Scope personal) {

    enum View {
        ALL,
        /** What waits for a person. */
        ATTENTION
    }

    /** A dimension of the filter by which tasks are counted. */
    enum Facet {
        STATUS,
        APPLICATION,
        ACTION,
        OBJECT_TYPE,
        SOURCE,
        FAILURE_KIND,
        INITIATOR
    }

    boolean has(Facet facet) {
        return switch (facet) {
            case STATUS -> !status.isEmpty() || view == View.ATTENTION;
            case APPLICATION -> !application.isEmpty();
            case ACTION -> !action.isEmpty();
            case OBJECT_TYPE -> !objectType.isEmpty();
            case SOURCE -> !source.isEmpty();
            case FAILURE_KIND -> !failureKind.isEmpty();
            case INITIATOR -> !initiator.isEmpty();
        };
    }

    /** The same without one dimension, so that its alternatives can be counted. */
    TaskFilter without(Facet facet) {
        return new TaskFilter(
                facet == Facet.APPLICATION ? List.of() : application,
                facet == Facet.OBJECT_TYPE ? List.of() : objectType,
                facet == Facet.ACTION ? List.of() : action,
                facet == Facet.STATUS ? List.of() : status,
                facet == Facet.SOURCE ? List.of() : source,
                facet == Facet.FAILURE_KIND ? List.of() : failureKind,
                account,
                user,
                facet == Facet.INITIATOR ? List.of() : initiator,
                batch,
                cause,
                repair,
                failureGroup,
                from,
                to,
                q,
                facet == Facet.STATUS ? View.ALL : view,
                visible,
                personal);
    }

    /** Only what can never change about a task: a task that leaves the view by a change is still news for who looks at it. */
    TaskFilter unchanging() {
        return new TaskFilter(application, objectType, action, List.of(), source, List.of(), account, user, initiator, batch, cause, repair,
                List.of(), from, to, null, View.ALL, visible, personal);
    }

    TaskFilter between(@Nullable Instant start, Instant end) {
        return new TaskFilter(application, objectType, action, status, source, failureKind, account, user, initiator, batch, cause, repair,
                failureGroup, start, end, q, view, visible, personal);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    static final TaskFilter NONE = new TaskFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, View.ALL, Scope.ALL, Scope.ALL);
}
