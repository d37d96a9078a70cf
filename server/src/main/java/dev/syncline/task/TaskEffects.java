package dev.syncline.task;

import java.util.List;

/**
 * What a settled task changes in the platform. Implemented by the packages that own the objects; called by the ledger in the
 * transaction that settles the tasks, so that the effect is there exactly if the task is settled.
 */
public interface TaskEffects {

    /**
     * Tasks that have just become SUCCEEDED, CONFIRMED, SUPERSEDED or CANCELLED. Implementations work in sets: one statement for
     * many tasks. The tasks carry their new status.
     */
    void settled(List<Task> tasks);

    /** What would follow if this failed task were confirmed, in the order in which it would happen. Changes nothing. */
    List<FollowUp> followUps(Task task);

    /**
     * One consequence.
     *
     * @param sentence "The account ming.li is deleted for good from account management."
     * @param destructive whether it cannot be undone
     */
    record FollowUp(String sentence, boolean destructive) {}
}
