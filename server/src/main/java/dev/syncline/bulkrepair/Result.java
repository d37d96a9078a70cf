package dev.syncline.bulkrepair;

/** What became of a task of a bulk repair. */
enum Result {
    /** Its turn has not come. */
    WAITING,
    /** Retried, and neither settled nor failed again yet. */
    UNDER_WAY,
    /** Confirmed, cancelled, or retried with success. */
    DONE,
    /** Retried, and failed again. */
    FAILED_AGAIN,
    /** Left alone because it was no longer as the plan had found it, or settled by other means after it was retried. */
    CHANGED,
    /** The act was refused, with a sentence. */
    REFUSED,
    /** The repair was cancelled before its turn. */
    NOT_DONE,
    /** Asked for, but left out by the plan. */
    LEFT_OUT
}
