package dev.syncline.lifecycle;

import java.time.Instant;

/**
 * What counts for one application.
 *
 * @param overridden whether the application has a policy of its own; if not, the rest is the policy of all applications
 * @param version of the override; 0 while there is none
 */
record OverrideView(
        boolean overridden,
        boolean enabled,
        GlobalPolicy.OnDisabled onDisabled,
        GlobalPolicy.OnDeleted onDeleted,
        GlobalPolicy.OnEnabled onEnabled,
        int version,
        Instant updatedAt) {

    static OverrideView of(GlobalPolicy policy) {
        return new OverrideView(
                true, policy.enabled(), policy.onDisabled(), policy.onDeleted(), policy.onEnabled(), policy.version(), policy.updatedAt());
    }

    static OverrideView inherited(GlobalPolicy policy) {
        return new OverrideView(
                false, policy.enabled(), policy.onDisabled(), policy.onDeleted(), policy.onEnabled(), 0, policy.updatedAt());
    }
}
