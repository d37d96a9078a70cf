package dev.syncline.task;

/** What a reader may do with a task. */
public enum TaskAction {
    VIEW,
    /** See the permissions bound and unbound. */
    VIEW_DETAILS,
    CONFIRM,
    RETRY,
    MODIFY,
    CANCEL
}
