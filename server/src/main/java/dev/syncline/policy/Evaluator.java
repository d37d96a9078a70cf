package dev.syncline.policy;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.task.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates users whose rows the caller's transaction has locked, and makes the difference true. Works in sets that fit into memory. */
@Component
class Evaluator {

    /** Far more than that in one statement gains nothing, and everything about them is held in memory. */
    private static final int SET = 2_000;

    private final PictureReader pictures;
    private final Rulebooks rulebooks;
    private final PolicyChanges changes;
    private final ProblemRepository problems;

    Evaluator(PictureReader pictures, Rulebooks rulebooks, PolicyChanges changes, ProblemRepository problems) {
        this.pictures = pictures;
        this.rulebooks = rulebooks;
        this.changes = changes;
        this.problems = problems;
    }

    /**
     * How users are evaluated, and in the course of what.
     *
     * @param newlyEnabled those who have just been enabled
     * @param focus policies; null for all
     */
    record Assignment(Set<UUID> newlyEnabled, @Nullable Set<UUID> focus, Act act, Priority priority) {}

    Outcome evaluate(List<User> users, Assignment assignment) {
        Outcome sum = Outcome.NOTHING;
        for (List<User> set : sets(users.stream().filter(user -> user.status() == User.Status.ENABLED).toList())) {
            Outcome one = evaluateSet(set, assignment);
            problems.keep(one.refused(), assignment.act().actor());
            if (assignment.focus() == null) {
                problems.forgetOthers(set.stream().map(User::id).toList(), one.refused());
            }
            sum = sum.plus(one);
        }
        return sum;
    }

    private Outcome evaluateSet(List<User> users, Assignment assignment) {
        Map<UUID, List<Entitlement>> held = pictures.entitlements(users);
        Rulebook rules = rulebooks.now(PictureReader.policies(held));
        if (rules.isEmpty()) {
            return Outcome.NOTHING;
        }
        Difference difference = Evaluation.of(pictures.read(users, assignment.newlyEnabled(), held), rules, assignment.focus());
        return difference.isNothing() ? Outcome.NOTHING : changes.make(difference, assignment.act(), assignment.priority());
    }

    private static List<List<User>> sets(List<User> users) {
        List<List<User>> sets = new ArrayList<>();
        for (int from = 0; from < users.size(); from += SET) {
            sets.add(users.subList(from, Math.min(users.size(), from + SET)));
        }
        return sets;
    }
}
