package dev.syncline.synclog;

import dev.syncline.task.FailureKind;
import dev.syncline.task.Task;

/** How a status reads in a sentence. A success a person vouched for never looks like one the target reported. */
final class StatusLabel {

    private StatusLabel() {}

    static String of(Task task) {
        return switch (task.status()) {
            case QUEUED -> task.attempts() > task.scheduleBase() ? "Waiting for the next try" : "Queued";
            case RUNNING -> "Running";
            case AWAITING_CALLBACK -> "Awaiting callback";
            case SUCCEEDED -> "Succeeded";
            case FAILED -> task.failureKind() == FailureKind.NO_CALLBACK ? "No callback" : "Failed";
            case CONFIRMED -> "Succeeded (confirmed by " + task.settledBy() + ")";
            case SUPERSEDED -> "Superseded";
            case CANCELLED -> "Cancelled";
        };
    }
}
