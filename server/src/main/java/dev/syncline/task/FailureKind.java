package dev.syncline.task;

/** What kind of failure an operator has to deal with. */
public enum FailureKind {
    /** The target said no. */
    REFUSED,
    /** The target could not be reached or did not serve. */
    UNAVAILABLE,
    /** It was sent, and whether it took effect is not known. */
    UNCLEAR,
    /** The target took it and did not answer within the deadline. */
    NO_CALLBACK,
    /** The target asked to come back later, for longer than we may wait. */
    THROTTLED,
    /** The request could not be built. */
    INVALID,
    /** A fault of ours. */
    INTERNAL
}
