package dev.syncline.policy;

import dev.syncline.journal.Actor;
import dev.syncline.permissionpackage.Consequence;
import dev.syncline.permissionpackage.Consequence.Kind;
import dev.syncline.permissionpackage.PackageUse;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.policy.PolicyRun.Reason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What changes of packages do to policies: those that use a package which can no longer be provisioned are disabled; those whose package
 * grants something else are evaluated for everybody.
 */
@Component
class PackageChanges implements PackageUse {

    private final PolicyRepository policies;
    private final Runs runs;
    private final Clock clock;

    PackageChanges(PolicyRepository policies, Runs runs, Clock clock) {
        this.policies = policies;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public List<Consequence> consequences(PermissionPackage before, @Nullable PermissionPackage after) {
        List<Consequence> consequences = new ArrayList<>();
        for (Policy policy : policies.page(new PolicyFilter(null, null, before.id(), null), "", Integer.MAX_VALUE)) {
            Kind kind = kind(policy, before, after);
            if (kind != null) {
                consequences.add(new Consequence(kind, policy.id(), policy.name()));
            }
        }
        return consequences;
    }

    @Override
    public List<Consequence> changed(PermissionPackage before, PermissionPackage after, Actor actor) {
        List<Consequence> consequences = new ArrayList<>();
        for (Policy policy : policies.lockGranting(before.id())) {
            Kind kind = kind(policy, before, after);
            if (kind == Kind.POLICY_DISABLED) {
                Policy disabled = policy.enabled(false);
                policies.update(disabled, clock.instant());
                runs.begin(disabled, Reason.PACKAGE_CHANGED, actor);
            } else if (kind == Kind.POLICY_EVALUATED) {
                runs.begin(policy, Reason.PACKAGE_CHANGED, actor);
            }
            if (kind != null) {
                consequences.add(new Consequence(kind, policy.id(), policy.name()));
            }
        }
        return consequences;
    }

    /** Null for none. */
    private static @Nullable Kind kind(Policy policy, PermissionPackage before, @Nullable PermissionPackage after) {
        if (after == null) {
            return Kind.POLICY_HOLDS;
        }
        if (!policy.enabled()) {
            return null;
        }
        if (!after.canBeProvisioned()) {
            return Kind.POLICY_DISABLED;
        }
        return before.grantsTheSameAs(after) ? null : Kind.POLICY_EVALUATED;
    }
}
