package dev.syncline.policy;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.policy.Picture.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out what policies change for a set of users. Pure: reads nothing, writes nothing, so that a simulation foretells exactly what
 * a run does.
 *
 * <p>Only enabled users are looked at; others keep the reasons they have, and nothing is sent. Nothing is taken away for which another
 * entitlement (of a policy, a request, an exception) is left.
 */
final class Evaluation {

    private final Rulebook rules;
    private final @Nullable Set<UUID> focus;

    /** @param focus policies; only what they want, wanted or justify is looked at. Null for all */
    private Evaluation(Rulebook rules, @Nullable Set<UUID> focus) {
        this.rules = rules;
        this.focus = focus;
    }

    /** @param focus only what these policies are about, while all others still count as reasons to have something; null for all */
    static Difference of(Picture picture, Rulebook rules, @Nullable Set<UUID> focus) {
        return new Evaluation(rules, focus).of(picture);
    }

    private Difference of(Picture picture) {
        return Difference.sum(picture.people().stream()
                .filter(person -> person.user().status() == User.Status.ENABLED)
                .map(person -> of(person, picture))
                .toList());
    }

    private Difference of(Person person, Picture picture) {
        Scope scope = new Scope(person.subject());
        List<Entitlement> held = picture.entitlementsOf(person);
        Map<UUID, Set<Target>> byApplication = new LinkedHashMap<>();
        about(scope, held).forEach(target -> byApplication.computeIfAbsent(target.applicationId(), _ -> new LinkedHashSet<>()).add(target));
        if (byApplication.isEmpty()) {
            return Difference.NONE;
        }
        Map<Target, List<Rule>> wanted = wanted(scope, byApplication.keySet());
        List<Difference> parts = new ArrayList<>();
        byApplication.forEach((applicationId, targets) -> parts.add(
                new ApplicationPart(person, applicationId, targets, wanted, held, rules, picture).difference()));
        return Difference.sum(parts);
    }

    private Set<Target> about(Scope scope, Collection<Entitlement> held) {
        Set<Target> about = new LinkedHashSet<>();
        rules.enabled().stream()
                .filter(rule -> isInFocus(rule.policyId()) && scope.isOf(rule))
                .forEach(rule -> about.addAll(rule.wants()));
        held.stream()
                .filter(one -> one.reason() == Reason.POLICY && isInFocus(one.reasonId()))
                .forEach(one -> about.add(targetOf(one)));
        return about;
    }

    private boolean isInFocus(UUID policyId) {
        return focus == null || focus.contains(policyId);
    }

    /** By what is wanted in these applications: the policies that want it, in the order of their names. */
    private Map<Target, List<Rule>> wanted(Scope scope, Set<UUID> applicationIds) {
        Map<Target, List<Rule>> wanted = new LinkedHashMap<>();
        rules.enabled().stream()
                .filter(rule -> rule.wants().stream().anyMatch(target -> applicationIds.contains(target.applicationId())))
                .filter(scope::isOf)
                .forEach(rule -> rule.wants().forEach(target -> wanted.computeIfAbsent(target, _ -> new ArrayList<>()).add(rule)));
        return wanted;
    }

    /** Which policies a user is in scope of. With many policies their conditions are what takes the time: each is asked once at most. */
    private static final class Scope {

        private final Subject subject;
        private final Map<UUID, Boolean> answers = new HashMap<>();

        Scope(Subject subject) {
            this.subject = subject;
        }

        boolean isOf(Rule rule) {
            return answers.computeIfAbsent(rule.policyId(), _ -> rule.condition().test(subject));
        }
    }

    static Target targetOf(Entitlement entitlement) {
        return new Target(entitlement.applicationId(), entitlement.permissionId());
    }
}
