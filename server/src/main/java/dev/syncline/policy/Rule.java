package dev.syncline.policy;

import dev.syncline.mapping.Subject;
import dev.syncline.task.Cause;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A version of a policy, ready to be evaluated.
 *
 * @param condition whether a user is in scope; false for one for whom the expression fails
 */
record Rule(UUID policyId, int number, String name, Predicate<Subject> condition, Set<Target> wants, OnLeaving onLeaving) {

    static final String CAUSE = "PROVISIONING_POLICY";

    Rule {
        wants = Set.copyOf(wants);
    }

    String label() {
        return name + ", version " + number;
    }

    Cause cause() {
        return new Cause(CAUSE, policyId, label());
    }
}
