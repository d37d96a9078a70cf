package dev.syncline.connector;

/** What is done to an object in the target. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    ENABLE,
    DISABLE
}
