package dev.syncline.connector;

/** What kind of thing a permission is in its application. */
public enum PermissionKind {
    ROLE,
    GROUP,
    RESOURCE
}
