package dev.syncline.governance;

/** What is done about a finding. */
enum Remedy {
    /** Nothing by itself: the finding is shown, and waits for a decision. */
    NOTIFY,
    /** The permissions are taken away. */
    UNBIND,
    /** The account is disabled. */
    DISABLE,
    /** The account is deleted. */
    DELETE;

    boolean acts() {
        return this != NOTIFY;
    }
}
