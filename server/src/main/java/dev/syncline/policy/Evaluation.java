package dev.syncline.policy;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.policy.Picture.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Works out what policies change for a set of users. Pure: reads nothing, writes nothing, so that a simulation foretells exactly what
 * a run does.
 *
 * <p>Only enabled users are looked at; others keep the reasons they have, and nothing is sent. Nothing is taken away for which another
 * entitlement (of a policy, a request, an exception) is left.
 */
final class Evaluation {

    private final Rulebook rules;
    private final Set<UUID> focus;

    /** @param focus policies; only what they want, wanted or justify is looked at. Null for all */
    private Evaluation(Rulebook rules, Set<UUID> focus) {
        this.rules = rules;
        this.focus = focus;
    }

    /** @param focus only what these policies are about, while all others still count as reasons to have something; null for all */
    static Difference of(Picture picture, Rulebook rules, Set<UUID> focus) {
        return new Evaluation(rules, focus).of(picture);
    }

    private Difference of(Picture picture) {
        return Difference.sum(picture.people().stream()
                .filter(person -> person.user().status() == User.Status.ENABLED)
                .map(person -> of(person, picture))
                .toList());
    }

    private Difference of(Person person, Picture picture) {
        Map<Target, List<Rule>> wanted = wanted(person);
        List<Entitlement> held = picture.entitlementsOf(person);
        Set<Target> about = about(wanted, held);
        if (about.isEmpty()) {
            return Difference.NONE;
        }
        Map<UUID, Set<Target>> byApplication = new LinkedHashMap<>();
        about.forEach(target -> byApplication.computeIfAbsent(target.applicationId(), _ -> new LinkedHashSet<>()).add(target));
        List<Difference> parts = new ArrayList<>();
        byApplication.forEach((applicationId, targets) -> parts.add(
                new ApplicationPart(person, applicationId, targets, wanted, held, rules, picture).difference()));
        return Difference.sum(parts);
    }

    /** By what is wanted: the policies that want it, in the order of their names. */
    private Map<Target, List<Rule>> wanted(Person person) {
        Map<Target, List<Rule>> wanted = new LinkedHashMap<>();
        Subject subject = person.subject();
        for (Rule rule : rules.enabled()) {
            if (rule.condition().test(subject)) {
                rule.wants().forEach(target -> wanted.computeIfAbsent(target, _ -> new ArrayList<>()).add(rule));
            }
        }
        return wanted;
    }

    private Set<Target> about(Map<Target, List<Rule>> wanted, Collection<Entitlement> held) {
        Set<Target> about = new LinkedHashSet<>();
        wanted.forEach((target, by) -> {
            if (focus == null || by.stream().anyMatch(rule -> focus.contains(rule.policyId()))) {
                about.add(target);
            }
        });
        held.stream()
                .filter(one -> one.reason() == Reason.POLICY && (focus == null || focus.contains(one.reasonId())))
                .forEach(one -> about.add(targetOf(one)));
        return about;
    }

    static Target targetOf(Entitlement entitlement) {
        return new Target(entitlement.applicationId(), entitlement.permissionId());
    }
}
