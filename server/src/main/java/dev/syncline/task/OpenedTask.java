package dev.syncline.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new task that has its id and its turn, and the parameters it got by folding older updates into it; a correction names
 * the failed task it supersedes, any other has null there; so has one that waits for no task of another line.
 */
record OpenedTask(UUID id, long turn, NewTask task, Parameters parameters, Map<String, String> secrets, @Nullable UUID supersedesId, @Nullable Wait held) {

    /**
     * @param also what it has to wait for besides; empty for most
     * @param reason in words: "waiting for the organization Sales in App and 2 more"
     */
    record Wait(UUID task, List<UUID> also, String reason) {

        /** For the database, null for none: an array of arrays would arrive there in one piece. */
        @Nullable String alsoAsLiteral() {
            return also.isEmpty() ? null : also.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }

    OpenedTask(UUID id, long turn, NewTask task, Parameters parameters, Map<String, String> secrets, UUID supersedesId) {
        this(id, turn, task, parameters, secrets, supersedesId, null);
    }

    boolean takesAway() {
        return parameters.onlyTakesAway(task.action());
    }
}
