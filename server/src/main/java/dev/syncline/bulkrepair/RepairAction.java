package dev.syncline.bulkrepair;

import dev.syncline.task.Status;
import java.util.EnumSet;
import java.util.Set;

/** What is done with each task. */
enum RepairAction {
    RETRY("retried", EnumSet.of(Status.FAILED)),
    CONFIRM("confirmed", EnumSet.of(Status.FAILED)),
    CANCEL("cancelled", EnumSet.of(Status.FAILED, Status.QUEUED));

    private final String done;
    private final Set<Status> on;

    RepairAction(String done, Set<Status> on) {
        this.done = done;
        this.on = on;
    }

    /** In a sentence: "are retried". */
    String done() {
        return done;
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
