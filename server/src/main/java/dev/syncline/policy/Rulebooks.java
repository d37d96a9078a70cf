package dev.syncline.policy;

import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.InvalidExpression;
import dev.syncline.mapping.Subject;
import dev.syncline.permissionpackage.PackageItem;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes policies ready to be evaluated: conditions compiled, packages opened; four queries for any number of them. */
@Component
class Rulebooks {

    private static final Logger log = LoggerFactory.getLogger(Rulebooks.class);

    private final PolicyRepository policies;
    private final Packages packages;
    private final Expressions expressions;

    Rulebooks(PolicyRepository policies, Packages packages, Expressions expressions) {
        this.policies = policies;
        this.packages = packages;
        this.expressions = expressions;
    }

    /** @param reasonIds policies that are the reason of something, whether they still are enabled or not */
    Rulebook now(Collection<UUID> reasonIds) {
        List<Policy> enabled = policies.enabled().stream().filter(this::isUnderstood).toList();
        Set<UUID> known = enabled.stream().map(Policy::id).collect(Collectors.toSet());
        Set<UUID> unknown = reasonIds.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
        List<Policy> ended = unknown.isEmpty()
                ? List.of()
                : policies.byId(unknown).stream().filter(policy -> !policy.enabled()).toList();
        Map<UUID, PermissionPackage> opened = opened(enabled);
        return new Rulebook(
                enabled.stream().map(policy -> rule(policy.id(), policy.number(), policy.content(), opened)).toList(),
                ended.stream().map(Rulebooks::ended)
                        .collect(Collectors.toMap(Rule::policyId, Function.identity())));
    }

    /** A version that may not have been saved. */
    Rule rule(UUID policyId, int number, PolicyContent content) {
        return rule(policyId, number, content, packages.findAll(packageIds(content).toList()));
    }

    private Map<UUID, PermissionPackage> opened(List<Policy> of) {
        return packages.findAll(of.stream().flatMap(policy -> packageIds(policy.content())).collect(Collectors.toSet()));
    }

    private static Stream<UUID> packageIds(PolicyContent content) {
        return content.grants().stream().map(PolicyGrant::packageId).filter(Objects::nonNull);
    }

    private Rule rule(UUID policyId, int number, PolicyContent content, Map<UUID, PermissionPackage> opened) {
        Set<Target> wants = new HashSet<>();
        for (PolicyGrant grant : content.grants()) {
            PermissionPackage granted = grant.packageId() == null ? null : opened.get(grant.packageId());
            if (grant.packageId() == null) {
                wants.add(new Target(grant.applicationId(), grant.permissionId()));
            } else if (granted != null && granted.canBeProvisioned()) {
                granted.items().stream().map(Rulebooks::target).forEach(wants::add);
            }
        }
        return new Rule(policyId, number, content.name(), condition(content.condition()), wants, content.onLeaving());
    }

    private static Rule ended(Policy policy) {
        return new Rule(policy.id(), policy.number(), policy.name(), _ -> false, Set.of(), policy.content().onLeaving());
    }

    private static Target target(PackageItem item) {
        return new Target(item.applicationId(), item.permissionId());
    }

    /** A user without the attribute the condition asks for is not in scope. */
    Predicate<Subject> condition(String source) {
        return expressions.compile(source)::holds;
    }

    /** It compiled when it was saved. If this server does not take it any more, nobody gains or loses anything by it. */
    private boolean isUnderstood(Policy policy) {
        try {
            expressions.compile(policy.content().condition());
            return true;
        } catch (InvalidExpression e) {
            log.error("The condition of the policy {} ({}) is not valid any more, so it is left alone: {}",
                    policy.id(), policy.name(), e.getMessage());
            return false;
        }
    }
}
