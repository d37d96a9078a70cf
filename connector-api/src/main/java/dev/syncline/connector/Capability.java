package dev.syncline.connector;

/** What a connector type can do. What it does not declare it refuses. */
public enum Capability {
    /** Create, update and delete accounts. */
    ACCOUNTS,
    /** Enable and disable accounts. */
    ENABLE_DISABLE,
    /** Bind and unbind permissions. */
    PERMISSIONS,
    /** Read an object back. */
    READ,
    /** List all accounts, page by page. */
    LIST_ACCOUNTS,
    /** List all organizations and groups, as far as it takes them, page by page. */
    LIST_OBJECTS,
    /** Answer later at a callback address. */
    CALLBACK,
    /** Create, update and delete organizations. */
    ORGANIZATIONS,
    /** Create, update and delete groups. */
    GROUPS
}
