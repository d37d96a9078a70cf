package dev.syncline.bulkrepair;

import dev.syncline.rights.Right;
import dev.syncline.task.Status;
import java.util.EnumSet;
import java.util.Set;

/** What is done with each task. */
enum RepairAction {
    RETRY("retried", Right.RETRY, EnumSet.of(Status.FAILED)),
    CONFIRM("confirmed", Right.CONFIRM, EnumSet.of(Status.FAILED)),
    CANCEL("cancelled", Right.CANCEL, EnumSet.of(Status.FAILED, Status.QUEUED));

    private final String done;
    private final Right right;
    private final Set<Status> on;

    RepairAction(String done, Right right, Set<Status> on) {
        this.done = done;
        this.right = right;
        this.on = on;
    }

    /** In a sentence: "are retried". */
    String done() {
        return done;
    }

    /** What doing it to one task needs. */
    Right right() {
        return right;
    }

    /** The statuses it is possible in; {@code task.Repairs} decides again when it comes to it. */
    Set<Status> on() {
        return on;
    }

    /** A person who settles tasks says why. */
    boolean settles() {
        return this != RETRY;
    }
}
