package dev.syncline.task;

/** What a person waits for overtakes bulk work of the same application. */
public enum Priority {
    INTERACTIVE,
    BULK
}
