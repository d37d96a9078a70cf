package dev.syncline.policy;

import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.identity.Act;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Caused;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a difference true, in the caller's transaction: keeps the reasons, and has the accounts changed. */
@Component
class PolicyChanges {

    /** Everything about a change is held in memory while it is taken. */
    private static final int SET = 2_000;

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
     * The accounts of the act's own application are left alone.
     *
     * @param act in the course of which the users changed
     */
    Outcome make(Difference difference, Act act, Priority priority) {
        entitlements.revoke(difference.ended());
        entitlements.grant(difference.granted());
        List<Step> steps = difference.steps().stream().filter(step -> !step.applicationId().equals(act.applicationId())).toList();
        // All lines at once and first: the tasks that settle meanwhile lock in the same order.
        Set<UUID> known = steps.stream().map(PolicyChanges::account).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!known.isEmpty()) {
            ledger.lock(known);
        }
        List<Found> refused = new ArrayList<>();
        int tasks = 0;
        for (List<Step.Change> together : rounds(steps)) {
            tasks += take(together, act, priority, refused);
        }
        moveEnds(steps);
        steps.forEach(step -> {
            if (step instanceof Step.Blocked blocked) {
                refused.add(new Found(blocked.userId(), blocked.applicationId(), blocked.rule().policyId(), blocked.message()));
            }
        });
        return new Outcome((int) difference.count(Line.Kind.GAINED), (int) difference.count(Line.Kind.LOST), tasks, refused);
    }

    /** What can be taken at once, in the order of the kinds: an account occurs once, also when several policies change it. */
    private static List<List<Step.Change>> rounds(List<Step> steps) {
        Map<Step.Kind, List<List<Step.Change>>> byKind = new EnumMap<>(Step.Kind.class);
        Map<Step.Kind, Map<UUID, Integer>> seen = new EnumMap<>(Step.Kind.class);
        for (Step step : steps) {
            if (step instanceof Step.Change change) {
                UUID account = account(change);
                int round = account == null
                        ? 0
                        : seen.computeIfAbsent(change.kind(), _ -> new HashMap<>()).merge(account, 1, Integer::sum) - 1;
                List<List<Step.Change>> rounds = byKind.computeIfAbsent(change.kind(), _ -> new ArrayList<>());
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(change);
            }
        }
        return byKind.values().stream().flatMap(List::stream).flatMap(PolicyChanges::sets).toList();
    }

    private static Stream<List<Step.Change>> sets(List<Step.Change> round) {
        return IntStream.iterate(0, from -> from < round.size(), from -> from + SET)
                .mapToObj(from -> round.subList(from, Math.min(round.size(), from + SET)));
    }

    private int take(List<Step.Change> changes, Act act, Priority priority, List<Found> refused) {
        List<Taken> taken = intake.take(changes.stream().map(change -> new Caused(change.change(),
                new Origin(Source.PROVISIONING_POLICY, act.actor(), change.rule().cause(), act.batchId(), priority))).toList());
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

    /** Null for one that is not there yet. */
    private static @Nullable UUID account(Step step) {
        return switch (step) {
            case Step.End end -> end.accountId();
            case Step.Blocked _ -> null;
            case Step.Change change -> switch (change.change()) {
                case AccountChange.Create _ -> null;
                case AccountChange.Update update -> update.accountId();
                case AccountChange.Enable enable -> enable.accountId();
                case AccountChange.Disable disable -> disable.accountId();
                case AccountChange.Delete delete -> delete.accountId();
            };
        };
    }
}
