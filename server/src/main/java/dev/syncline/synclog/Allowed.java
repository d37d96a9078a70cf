package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.task.Repairs;
import dev.syncline.task.Task;
import dev.syncline.task.TaskAction;
import java.util.List;
import java.util.UUID;

/** What one caller may do with a task as it stands. */
public final class Allowed {

    private Allowed() {}

    static List<TaskAction> to(Rights may, Task task) {
        return Repairs.allowed(task).stream().filter(action -> isFor(may, action, task)).sorted().toList();
    }

    private static boolean isFor(Rights may, TaskAction action, Task task) {
        UUID application = task.applicationId();
        return switch (action) {
            case VIEW, VIEW_DETAILS -> may.has(Right.SEE_TASKS, application);
            case CONFIRM -> may.has(Right.CONFIRM, application) && mayDelete(may, task);
            case RETRY -> may.has(Right.RETRY, application);
            case MODIFY -> may.has(Right.MODIFY, application);
            case CANCEL -> may.has(Right.CANCEL, application);
        };
    }

    /** Confirming a deletion deletes here for good. */
    public static boolean mayDelete(Rights may, Task task) {
        return task.action() != Action.DELETE || may.has(Right.CONFIRM_DELETIONS, task.applicationId());
    }
}
