package dev.syncline.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Hears of failures, and says which of them have the same cause. Implemented where failures are grouped; called in the transaction in which
 * the tasks fail, so that no failure is missed, and never for a task that succeeds.
 */
public interface FailureListener {

    /**
     * Tasks that have just become FAILED. Implementations work in sets, and wait for nobody else's transaction.
     *
     * @return task to the id of the group its failure belongs to
     */
    Map<UUID, UUID> failed(List<Task> tasks);
}
