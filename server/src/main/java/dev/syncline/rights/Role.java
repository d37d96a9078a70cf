package dev.syncline.rights;

import static dev.syncline.rights.Right.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an administrator or user is, made of rights. Names are stable: the database and sign-in rules keep them. */
public enum Role {
    /** Reads, without payloads. */
    VIEWER(rights(SIGN_IN, SEE_TASKS, SEE_APPLICATIONS, SEE_PEOPLE, SEE_POLICIES, SEE_REQUESTS, SEE_GOVERNANCE, SEE_NOTIFICATIONS,
            MAKE_TOKENS, MONITOR)),
    /** Reads everything, the audit too, and changes nothing. */
    AUDITOR(and(VIEWER, SEE_PAYLOADS, REVEAL_PERSONAL, SEE_AUDIT)),
    /** Keeps provisioning running. */
    OPERATOR(and(VIEWER, SEE_PAYLOADS, REVEAL_PERSONAL, RETRY, MODIFY, CONFIRM, CONFIRM_DELETIONS, CANCEL, BULK_REPAIR, HANDLE_FAILURES,
            CHANGE_ACCOUNTS)),
    /** Sees to the tasks and accounts of the applications owned, and knows of no other. */
    APPLICATION_OWNER(rights(SIGN_IN, SEE_TASKS, SEE_PAYLOADS, RETRY, MODIFY, CONFIRM, CONFIRM_DELETIONS, CANCEL, BULK_REPAIR,
            HANDLE_FAILURES, SEE_APPLICATIONS, CHANGE_ACCOUNTS, MAKE_TOKENS)),
    /** Says who is to have what. */
    POLICY_ADMINISTRATOR(and(VIEWER, ADMINISTER_POLICIES, DECIDE_REQUESTS, RUN_GOVERNANCE)),
    /** Has every right of an administrator. */
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(PORTAL))),
    /** A user who was invited to the portal. Never an administrator's. */
    PORTAL_USER(rights(SIGN_IN, PORTAL));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = Collections.unmodifiableSet(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** Whether its rights count only in applications that are named with it. */
    public boolean isOfApplications() {
        return this == APPLICATION_OWNER;
    }

    private static Set<Right> rights(Right first, Right... others) {
        return EnumSet.of(first, others);
    }

    private static Set<Right> and(Role role, Right... others) {
        Set<Right> all = EnumSet.copyOf(role.rights);
        Collections.addAll(all, others);
        return all;
    }
}
