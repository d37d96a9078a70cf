package dev.syncline.callback;

import dev.syncline.task.CallbackDoor;

/** What was made of a message at a callback address. */
enum Verdict {
    /** It settled its task. */
    ACCEPTED,
    /** It came before the request's own answer was settled, and is applied right after. */
    EARLY,
    /** Its task was settled by a callback before, or the same message came before. */
    DUPLICATE,
    /** It came after the deadline; a success still counts. */
    LATE,
    /** Its signature is missing or wrong. */
    FORGED,
    /** Its signature is right but too old or from the future. */
    STALE,
    /** Its signature is right, its body makes no sense. */
    INVALID,
    /** Its task no longer waits for it. */
    IGNORED;

    static Verdict of(CallbackDoor.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> ACCEPTED;
            case EARLY -> EARLY;
            case LATE -> LATE;
            case DUPLICATE -> DUPLICATE;
            case IGNORED -> IGNORED;
        };
    }
}
