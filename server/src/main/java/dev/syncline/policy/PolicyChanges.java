package dev.syncline.policy;

import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.policy.ProblemRepository.Found;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes a difference true, in the caller's transaction: keeps the reasons, and has the accounts changed. */
@Component
class PolicyChanges {

    private final Entitlements entitlements;
    private final Intake intake;
    private final Ledger ledger;
    private final Accounts accounts;

    PolicyChanges(Entitlements entitlements, Intake intake, Ledger ledger, Accounts accounts) {
        this.entitlements = entitlements;
        this.intake = intake;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /**
     * @param applicationId the application whose accounts somebody else changes in the same act, so that they are left alone; or null
     */
    Outcome make(Difference difference, Actor actor, Priority priority, UUID applicationId) {
        entitlements.revoke(difference.ended());
        entitlements.grant(difference.granted());
        List<Step> steps = difference.steps().stream().filter(step -> !step.applicationId().equals(applicationId)).toList();
        // All lines at once and first: the tasks that settle meanwhile lock in the same order.
        Set<UUID> known = steps.stream().flatMap(PolicyChanges::account).collect(Collectors.toSet());
        if (!known.isEmpty()) {
            ledger.lock(known);
        }
        List<Found> refused = new ArrayList<>();
        int tasks = 0;
        for (List<Step.Change> together : groups(steps)) {
            tasks += take(together, new Origin(Source.PROVISIONING_POLICY, actor, together.getFirst().rule().cause(), null, priority), refused);
        }
        moveEnds(steps);
        steps.forEach(step -> {
            if (step instanceof Step.Blocked blocked) {
                refused.add(new Found(blocked.userId(), blocked.applicationId(), blocked.rule().policyId(), blocked.message()));
            }
        });
        return new Outcome((int) difference.count(Line.Kind.GAINED), (int) difference.count(Line.Kind.LOST), tasks, refused);
    }

    /** What one policy causes of one kind is taken at once; an account occurs in it once. */
    private static List<List<Step.Change>> groups(List<Step> steps) {
        Map<Step.Kind, Map<Rule, List<Step.Change>>> groups = new EnumMap<>(Step.Kind.class);
        for (Step step : steps) {
            if (step instanceof Step.Change change) {
                groups.computeIfAbsent(change.kind(), _ -> new TreeMap<>(Rulebook.BY_NAME))
                        .computeIfAbsent(change.rule(), _ -> new ArrayList<>())
                        .add(change);
            }
        }
        return groups.values().stream().flatMap(byRule -> byRule.values().stream()).toList();
    }

    private int take(List<Step.Change> changes, Origin origin, List<Found> refused) {
        List<Taken> taken = intake.take(changes.stream().map(Step.Change::change).toList(), origin);
        int done = 0;
        for (int i = 0; i < changes.size(); i++) {
            Step.Change change = changes.get(i);
            switch (taken.get(i)) {
                case Taken.Opened _, Taken.Applied _ -> done++;
                case Taken.Unchanged _ -> {}
                case Taken.Refused(var _, String message) ->
                        refused.add(new Found(change.userId(), change.applicationId(), change.rule().policyId(), message));
            }
        }
        return done;
    }

    private void moveEnds(Collection<Step> steps) {
        Map<UUID, Instant> ends = new HashMap<>();
        steps.forEach(step -> {
            if (step instanceof Step.End end) {
                ends.put(end.accountId(), end.endsAt());
            }
        });
        accounts.setEnds(ends);
    }

    private static Stream<UUID> account(Step step) {
        return switch (step) {
            case Step.End end -> Stream.of(end.accountId());
            case Step.Blocked _ -> Stream.of();
            case Step.Change change -> switch (change.change()) {
                case AccountChange.Create _ -> Stream.of();
                case AccountChange.Update update -> Stream.of(update.accountId());
                case AccountChange.Enable enable -> Stream.of(enable.accountId());
                case AccountChange.Disable disable -> Stream.of(disable.accountId());
                case AccountChange.Delete delete -> Stream.of(delete.accountId());
            };
        };
    }
}
