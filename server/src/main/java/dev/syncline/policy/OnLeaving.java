package dev.syncline.policy;

/**
 * What becomes of what a policy gave a user who leaves its scope, where nothing else justifies it. In the order of strictness: when
 * several policies end at once in an application, the strictest decides.
 */
public enum OnLeaving {
    /** Everything stays as it is. */
    NOTHING,
    /** Permissions are taken away, the account stays. */
    UNBIND,
    /** Permissions are taken away; when nothing justifies the account any more, it is disabled. */
    DISABLE,
    /** Permissions are taken away; when nothing justifies the account any more, it is deleted. */
    DELETE
}
