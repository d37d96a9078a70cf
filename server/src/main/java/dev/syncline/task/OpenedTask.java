package dev.syncline.task;

import java.util.Map;
import java.util.UUID;

/**
 * A new task that has its id and its turn, and the parameters it got by folding older updates into it; a correction names
 * the failed task it supersedes, any other has null there; so has one that waits for no task of another line.
 */
record OpenedTask(UUID id, long turn, NewTask task, Parameters parameters, Map<String, String> secrets, UUID supersedesId, Wait held) {

    /** @param reason in words: "waiting for the organization Sales in App" */
    record Wait(UUID task, String reason) {}

    OpenedTask(UUID id, long turn, NewTask task, Parameters parameters, Map<String, String> secrets, UUID supersedesId) {
        this(id, turn, task, parameters, secrets, supersedesId, null);
    }

    boolean takesAway() {
        return parameters.onlyTakesAway(task.action());
    }
}
