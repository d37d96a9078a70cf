package dev.syncline.bulkrepair;

import dev.syncline.task.Status;

/** Why a task that was asked for is left alone. */
enum Why {
    UNKNOWN("There is no such task."),
    ALREADY_SUCCEEDED("It has succeeded."),
    ALREADY_CONFIRMED("It is confirmed already."),
    ALREADY_SUPERSEDED("Another task has taken its place."),
    ALREADY_CANCELLED("It is cancelled already."),
    QUEUED("It waits for its turn and is tried by itself."),
    ON_THE_WIRE("It is being tried right now."),
    BLOCKED("It waits behind an earlier failed task of the same object, and goes on by itself once that one is settled."),
    /** The failure is another one than the plan has shown. */
    TRIED_AGAIN("It was tried again after the plan was made; look at its failure anew.");

    private final String sentence;

    Why(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Why nothing can be done with a task in this status; a failed one was tried again. */
    static Why of(Status status) {
        return switch (status) {
            case QUEUED -> QUEUED;
            case RUNNING, AWAITING_CALLBACK -> ON_THE_WIRE;
            case SUCCEEDED -> ALREADY_SUCCEEDED;
            case CONFIRMED -> ALREADY_CONFIRMED;
            case SUPERSEDED -> ALREADY_SUPERSEDED;
            case CANCELLED -> ALREADY_CANCELLED;
            case FAILED -> TRIED_AGAIN;
        };
    }
}
