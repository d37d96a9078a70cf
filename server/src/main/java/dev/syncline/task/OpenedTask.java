package dev.syncline.task;

import java.util.Map;
import java.util.UUID;

/**
 * A new task that has its id and its turn, and the parameters it got by folding older updates into it; a correction names
 * the failed task it supersedes, any other has null there.
 */
record OpenedTask(UUID id, long turn, NewTask task, Parameters parameters, Map<String, String> secrets, UUID supersedesId) {

    boolean takesAway() {
        return parameters.onlyTakesAway(task.action());
    }
}
