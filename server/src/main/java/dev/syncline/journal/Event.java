package dev.syncline.journal;

/** What can happen to a task. */
public enum Event {
    OPENED,
    STARTED,
    SUCCEEDED,
    FAILED,
    RETRY_LATER,
    THROTTLED,
    AWAITING_CALLBACK,
    CALLBACK,
    /** Its worker died or lost the database; the attempt was taken from it. */
    LEASE_LOST,
    /** A worker that had lost its attempt came back with a result, which was not used. */
    LATE_RESULT,
    NO_CALLBACK,
    RETRIED,
    MODIFIED,
    CONFIRMED,
    /** Somebody wants to confirm it, which needs a second person. */
    PROPOSED,
    /** A second person did not want it confirmed. */
    DECLINED,
    CANCELLED,
    SUPERSEDED,
    /** Its changes travel with a newer task. */
    FOLDED,
    /** It waits for a task of another line. */
    WAITING,
    /** What it waited for is settled. */
    RELEASED,
    /** A person looked at a hidden personal value. */
    REVEALED
}
