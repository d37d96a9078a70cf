package dev.syncline.task;

/** Where a task stands. */
public enum Status {
    QUEUED,
    RUNNING,
    AWAITING_CALLBACK,
    SUCCEEDED,
    FAILED,
    CONFIRMED,
    SUPERSEDED,
    CANCELLED;

    /** Settled tasks are done with; a failed one is not, it waits for a person. */
    public boolean settled() {
        return switch (this) {
            case SUCCEEDED, CONFIRMED, SUPERSEDED, CANCELLED -> true;
            case QUEUED, RUNNING, AWAITING_CALLBACK, FAILED -> false;
        };
    }

    /** The state changes the guarded door knows. */
    public boolean mayBecome(Status next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == CANCELLED || next == SUPERSEDED;
            case RUNNING -> next == QUEUED || next == SUCCEEDED || next == FAILED || next == AWAITING_CALLBACK;
            case AWAITING_CALLBACK -> next == SUCCEEDED || next == FAILED;
            case FAILED -> next == QUEUED || next == SUPERSEDED || next == CONFIRMED || next == CANCELLED || next == SUCCEEDED;
            case SUCCEEDED, CONFIRMED, SUPERSEDED, CANCELLED -> false;
        };
    }
}
