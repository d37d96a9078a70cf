package dev.syncline.policy;

import dev.syncline.entitlement.Entitlements;
import dev.syncline.policy.GrantNames.GrantView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts policies and what belongs to them together, with a fixed number of queries for any number of policies. */
@Component
class PolicyViews {

    private final GrantNames names;
    private final Entitlements entitlements;
    private final Runs runs;

    PolicyViews(GrantNames names, Entitlements entitlements, Runs runs) {
        this.names = names;
        this.entitlements = entitlements;
        this.runs = runs;
    }

    PolicyView of(Policy policy) {
        return of(List.of(policy)).getFirst();
    }

    List<PolicyView> of(List<Policy> policies) {
        List<UUID> ids = policies.stream().map(Policy::id).toList();
        Map<PolicyGrant, GrantView> named = names.of(policies.stream().flatMap(policy -> policy.content().grants().stream()).toList());
        Map<UUID, Long> users = entitlements.countUsers(ids);
        Map<UUID, PolicyRun> newest = runs.newest(ids);
        return policies.stream().map(policy -> view(policy, named, users.getOrDefault(policy.id(), 0L), newest.get(policy.id()))).toList();
    }

    private static PolicyView view(Policy policy, Map<PolicyGrant, GrantView> named, long users, @Nullable PolicyRun newest) {
        PolicyContent content = policy.content();
        return new PolicyView(policy.id(), content.name(), content.description(), content.condition(), content.onLeaving(),
                content.grants().stream().map(named::get).toList(), policy.enabled(), policy.number(), users,
                newest == null ? null : RunView.of(newest), policy.version(), policy.createdAt(), policy.updatedAt(), policy.deletedAt());
    }
}
