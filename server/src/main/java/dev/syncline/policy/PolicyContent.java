package dev.syncline.policy;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a policy says.
 *
 * @param description null for none
 * @param condition CEL over user and organization
 */
record PolicyContent(String name, @Nullable String description, String condition, OnLeaving onLeaving, List<PolicyGrant> grants) {

    PolicyContent {
        grants = grants.stream().distinct().toList();
    }

    /** Whether another version wants the same for the same users, so that nobody needs to be evaluated again. */
    boolean wantsTheSameAs(PolicyContent other) {
        return condition.equals(other.condition) && new HashSet<>(grants).equals(new HashSet<>(other.grants));
    }
}
