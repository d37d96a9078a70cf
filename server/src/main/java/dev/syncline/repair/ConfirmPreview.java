package dev.syncline.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects.FollowUp;
import java.util.List;

/**
 * What confirming a failed task means.
 *
 * @param title names the consequence: "Treat the deletion of ming.li in Feishu as done"
 * @param followUps what would happen, in order
 * @param remote what the target says now; null where it was not asked
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConfirmPreview(String title, List<FollowUp> followUps, Object remote) {

    static ConfirmPreview of(Task task, List<FollowUp> followUps) {
        String title = "Treat the " + noun(task) + " of " + task.objectName() + " in " + task.applicationName() + " as done";
        return new ConfirmPreview(title, followUps, null);
    }

    private static String noun(Task task) {
        return switch (task.action()) {
            case CREATE -> "creation";
            case UPDATE -> "update";
            case DELETE -> "deletion";
            case ENABLE -> "enabling";
            case DISABLE -> "disabling";
        };
    }
}
