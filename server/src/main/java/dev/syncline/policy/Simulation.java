package dev.syncline.policy;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tries a draft out on everybody, with the function that a run uses. Writes nothing. */
@Service
class Simulation {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int SAMPLE = 20;

    private final Policies policies;
    private final Rulebooks rulebooks;
    private final PictureReader pictures;
    private final Everybody everybody;
    private final LineViews views;
    private final Ids ids;

    Simulation(Policies policies, Rulebooks rulebooks, PictureReader pictures, Everybody everybody, LineViews views,
            Ids ids) {
        this.policies = policies;
        this.rulebooks = rulebooks;
        this.pictures = pictures;
        this.everybody = everybody;
        this.views = views;
        this.ids = ids;
    }

    SimulationResult of(SimulationBody body) {
        Draft draft = draft(body);
        Tally tally = new Tally(SAMPLE);
        boolean complete = everybody.read("", PATIENCE, page -> {
            Picture picture = pictures.read(page, Set.of(), draft.held(page));
            tally.add(page.size(), draft.countInScope(picture), draft.difference(picture));
            return true;
        });
        return new SimulationResult(complete, tally.lookedAt(), complete ? tally.lookedAt() : everybody.count(), tally.inScope(),
                tally.users(), views.applications(tally), views.sample(tally));
    }

    /**
     * The lines of one kind, user by user.
     *
     * @param lines whole users, so a page may be somewhat longer than asked for
     * @param next user name to go on after; null when this was the last page
     */
    record Found(List<LineView> lines, @Nullable String next) {}

    Found lines(SimulationBody body, Line.Kind kind, String afterUserName, int size) {
        Draft draft = draft(body);
        List<Line> found = new ArrayList<>();
        String[] last = {afterUserName};
        boolean complete = everybody.read(afterUserName, PATIENCE, page -> collect(page, draft, kind, size, found, last));
        return new Found(views.lines(found), complete && found.size() < size ? null : last[0]);
    }

    /** Answers whether more are wanted. */
    private boolean collect(List<User> page, Draft draft, Line.Kind kind, int size, List<Line> found, String[] last) {
        Map<UUID, List<Line>> byUser = draft.difference(pictures.read(page, Set.of(), draft.held(page))).lines().stream()
                .filter(line -> line.kind() == kind)
                .collect(Collectors.groupingBy(Line::userId));
        for (User user : page) {
            if (found.size() >= size) {
                return false;
            }
            found.addAll(byUser.getOrDefault(user.id(), List.of()));
            last[0] = user.userName();
        }
        return found.size() < size;
    }

    private Draft draft(SimulationBody body) {
        PolicyContent content = body.draft().content();
        boolean enabled = !Boolean.FALSE.equals(body.draft().enabled());
        policies.check(content, enabled);
        Policy replaced = body.policyId() == null ? null : policies.get(body.policyId());
        return new Draft(enabled, rulebooks.rule(
                replaced == null ? ids.next() : replaced.id(), replaced == null ? 1 : replaced.number() + 1, content));
    }

    /** The draft in the place of what it would replace. */
    private final class Draft {

        private final boolean enabled;
        private final Rule rule;

        Draft(boolean enabled, Rule rule) {
            this.enabled = enabled;
            this.rule = rule;
        }

        Map<UUID, List<Entitlement>> held(List<User> page) {
            return pictures.entitlements(page);
        }

        int countInScope(Picture picture) {
            return (int) picture.people().stream().filter(person -> rule.condition().test(person.subject())).count();
        }

        Difference difference(Picture picture) {
            Rulebook rules = rulebooks.now(PictureReader.policies(picture.entitlements())).with(rule, enabled);
            return Evaluation.of(picture, rules, Set.of(rule.policyId()));
        }
    }
}
