package dev.syncline.repair;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects.FollowUp;
import java.util.List;

/**
 * What confirming a failed task means.
 *
 * @param title names the consequence: "Treat the deletion of ming.li in Feishu as done, and delete the account for good"
 * @param followUps what would happen, in order
 */
record ConfirmPreview(String title, List<FollowUp> followUps) {

    static ConfirmPreview of(Task task, List<FollowUp> followUps) {
        String title = "Treat the " + noun(task.action()) + " of " + task.objectName() + " in " + task.applicationName() + " as done";
        return new ConfirmPreview(
                task.action() == Action.DELETE ? title + ", and delete the " + noun(task.objectType()) + " for good" : title, followUps);
    }

    private static String noun(Action action) {
        return switch (action) {
            case CREATE -> "creation";
            case UPDATE -> "update";
            case DELETE -> "deletion";
            case ENABLE -> "enabling";
            case DISABLE -> "disabling";
        };
    }

    private static String noun(ObjectType objectType) {
        return switch (objectType) {
            case ACCOUNT -> "account";
            case ORGANIZATION -> "organization";
            case GROUP -> "group";
        };
    }
}
