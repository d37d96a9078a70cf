package dev.syncline.request;

import java.util.UUID;

/**
 * How access to an application is requested, and what becomes of its accounts when access ends.
 *
 * @param version 0 while nobody has set it
 */
public record AccessRule(
        UUID applicationId, boolean accountRequestable, LastPermission lastPermission, AccountEnd accountEnd, int version) {

    /** What becomes of an account whose user released the account itself, or its last permission. */
    public enum LastPermission {
        DELETE,
        DISABLE,
        KEEP
    }

    /** What becomes of an account that reaches its end. */
    public enum AccountEnd {
        DELETE,
        DISABLE
    }

    static AccessRule usual(UUID applicationId) {
        return new AccessRule(applicationId, false, LastPermission.DELETE, AccountEnd.DISABLE, 0);
    }
}
