package dev.syncline.permissionpackage;

import java.util.UUID;

/**
 * What a change of a package does to something that builds on it.
 *
 * @param id of the policy
 * @param name of the policy
 */
public record Consequence(Kind kind, UUID id, String name) {

    public enum Kind {
        /** The policy is disabled, because the package can no longer be provisioned. */
        POLICY_DISABLED,
        /** The policy is evaluated for everybody, because the package grants something else. */
        POLICY_EVALUATED,
        /** The policy keeps the package from being deleted. */
        POLICY_HOLDS
    }
}
