package dev.syncline.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The policies a set of users is evaluated against.
 *
 * @param enabled in the order of their names: of several that want the same, the first is the cause
 * @param ended policies that want nothing any more (disabled, deleted) but still are the reason of something
 */
record Rulebook(List<Rule> enabled, Map<UUID, Rule> ended) {

    static final Comparator<Rule> BY_NAME =
            Comparator.comparing(Rule::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Rule::policyId);

    Rulebook {
        enabled = enabled.stream().sorted(BY_NAME).toList();
        ended = Map.copyOf(ended);
    }

    /** Null for a policy nobody knows. */
    @Nullable Rule find(UUID policyId) {
        return enabled.stream().filter(rule -> rule.policyId().equals(policyId)).findFirst().orElse(ended.get(policyId));
    }

    /** The same with this rule in the place of what its policy has. */
    Rulebook with(Rule rule, boolean isEnabled) {
        List<Rule> others = new ArrayList<>(enabled.stream().filter(one -> !one.policyId().equals(rule.policyId())).toList());
        Map<UUID, Rule> over = new HashMap<>(ended);
        over.remove(rule.policyId());
        if (isEnabled) {
            others.add(rule);
        } else {
            over.put(rule.policyId(), rule);
        }
        return new Rulebook(others, over);
    }

    boolean isEmpty() {
        return enabled.isEmpty() && ended.isEmpty();
    }
}
