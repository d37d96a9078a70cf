package dev.syncline.governance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/** What is looked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Definition.Dormant.class, name = "DORMANT"),
    @JsonSubTypes.Type(value = Definition.Orphan.class, name = "ORPHAN"),
    @JsonSubTypes.Type(value = Definition.Duplicate.class, name = "DUPLICATE"),
    @JsonSubTypes.Type(value = Definition.SeparationOfDuties.class, name = "SEPARATION_OF_DUTIES"),
    @JsonSubTypes.Type(value = Definition.ForbiddenGrant.class, name = "FORBIDDEN_GRANT"),
    @JsonSubTypes.Type(value = Definition.UnjustifiedGrant.class, name = "UNJUSTIFIED_GRANT")
})
sealed interface Definition {

    /** Whether accounts are read from the target first. */
    default boolean readsTarget() {
        return false;
    }

    /**
     * Accounts nobody has signed in to.
     *
     * @param days how long
     * @param unknownCounts whether an account whose last sign-in is not known counts from its creation; otherwise it is never found
     * @param readTarget whether last sign-ins are read from the target first; null for where its connector can
     */
    record Dormant(Integer days, Boolean unknownCounts, Boolean readTarget) implements Definition {
        @Override
        public boolean readsTarget() {
            return Boolean.TRUE.equals(readTarget);
        }
    }

    /**
     * Accounts of nobody: in the target but not known here, and accounts here without a user or whose user is gone.
     *
     * @param readTarget whether the target is compared; null for where its connector can
     * @param adopt by what an account of the target is given to a user instead
     */
    record Orphan(Boolean readTarget, Adopt adopt) implements Definition {
        @Override
        public boolean readsTarget() {
            return Boolean.TRUE.equals(readTarget);
        }
    }

    /** Several accounts of one user, among those REQUESTED or ACTIVE. */
    record Duplicate(Keep keep) implements Definition {}

    /**
     * Users who hold something of both sets.
     *
     * @param side which set is taken away, or whose accounts are disabled or deleted
     */
    record SeparationOfDuties(List<UUID> permissionsA, List<UUID> permissionsB, Side side) implements Definition {}

    /**
     * Permissions that users must not hold for whom the expression holds.
     *
     * @param expression CEL over user and organization
     */
    record ForbiddenGrant(String expression, List<UUID> permissionIds) implements Definition {}

    /**
     * What no policy, approved request or exception justifies.
     *
     * @param applicationIds where; empty for everywhere
     * @param permissions whether permissions are looked at
     * @param accounts whether accounts are looked at
     */
    record UnjustifiedGrant(List<UUID> applicationIds, Boolean permissions, Boolean accounts) implements Definition {}

    enum Adopt {
        NONE,
        /** The account's name is a user's user name. */
        NAME,
        /** One of the account's attributes is a user's e-mail address. */
        MAIL
    }

    enum Keep {
        NEWEST,
        OLDEST
    }

    enum Side {
        A,
        B
    }
}
