package dev.syncline.policy;

import dev.syncline.identity.OrganizationChange;
import dev.syncline.identity.OrganizationReaction;
import dev.syncline.journal.Actor;
import dev.syncline.policy.PolicyRun.Reason;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A policy whose condition asks for the organization is evaluated for everybody when an organization gets another code or name. */
@Component
@Order(20)
class ChangedOrganizations implements OrganizationReaction {

    private final PolicyRepository policies;
    private final Runs runs;

    ChangedOrganizations(PolicyRepository policies, Runs runs) {
        this.policies = policies;
        this.runs = runs;
    }

    @Override
    public void changed(List<OrganizationChange> changes, Actor actor) {
        if (changes.stream().noneMatch(ChangedOrganizations::isSeenByConditions)) {
            return;
        }
        policies.enabled().stream()
                .filter(policy -> policy.content().condition().contains("organization"))
                .forEach(policy -> runs.begin(policy, Reason.ORGANIZATION_CHANGED, actor));
    }

    /** One that has just been created has no users, nor has one that is deleted. */
    private static boolean isSeenByConditions(OrganizationChange change) {
        return change.before() != null && change.after() != null
                && !(change.before().code().equals(change.after().code()) && change.before().name().equals(change.after().name()));
    }
}
