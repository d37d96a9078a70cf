package dev.syncline.connector;

/** The kind of object a change is about. */
public enum ObjectType {
    ACCOUNT,
    ORGANIZATION,
    GROUP
}
