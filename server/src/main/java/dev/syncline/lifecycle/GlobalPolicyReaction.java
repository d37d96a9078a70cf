package dev.syncline.lifecycle;

import static dev.syncline.task.Source.GLOBAL_PROVISIONING_POLICY;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Caused;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.lifecycle.DisabledAccountRepository.Disabled;
import dev.syncline.lifecycle.GlobalPolicyRepository.Counting;
import dev.syncline.task.Cause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A user is disabled or deleted: fans out to every account of the user, as the policy of each application says. */
@Component
@Order(10)
class GlobalPolicyReaction implements UserReaction {

    static final String CAUSE = "GLOBAL_POLICY";

    private final GlobalPolicies policies;
    private final DisabledAccountRepository disabled;
    private final Accounts accounts;
    private final Intake intake;
    private final Clock clock;

    GlobalPolicyReaction(GlobalPolicies policies, DisabledAccountRepository disabled, Accounts accounts, Intake intake, Clock clock) {
        this.policies = policies;
        this.disabled = disabled;
        this.accounts = accounts;
        this.intake = intake;
        this.clock = clock;
    }

    /** A change of an account, of whom, and because of what. */
    private record Step(UserChange change, Caused caused) {}

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UserChange> gone = changes.stream()
                .filter(change -> change.became(User.Status.DISABLED) || change.became(User.Status.DELETED))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        List<Step> steps = steps(gone, act);
        List<Taken> taken = Chunks.take(intake, steps.stream().map(Step::caused).toList());
        remember(steps, taken);
    }

    private List<Step> steps(List<UserChange> gone, Act act) {
        Map<UUID, List<Account>> theirs = accounts.ofUsers(gone.stream().map(change -> change.after().id()).toList());
        Counting counting = policies.of(
                theirs.values().stream().flatMap(List::stream).map(Account::applicationId).distinct().toList());
        List<Step> steps = new ArrayList<>();
        for (UserChange change : gone) {
            Origin origin = Origin.following(
                    GLOBAL_PROVISIONING_POLICY, act, new Cause(CAUSE, change.id(), Happening.of(change))).oneOf(gone.size());
            for (Account account : theirs.getOrDefault(change.after().id(), List.of())) {
                if (!account.applicationId().equals(act.applicationId())) {
                    reaction(counting.of(account.applicationId()), change.after().status(), account)
                            .ifPresent(wanted -> steps.add(new Step(change, new Caused(wanted, origin))));
                }
            }
        }
        return steps;
    }

    /** What the policy asks for when the user gets this status; empty for nothing. */
    static Optional<AccountChange> reaction(GlobalPolicy policy, User.Status status, Account account) {
        if (!policy.enabled()) {
            return Optional.empty();
        }
        return switch (status) {
            case DISABLED -> switch (policy.onDisabled()) {
                case DISABLE -> disabling(account);
                case NOTHING -> Optional.empty();
            };
            case DELETED -> switch (policy.onDeleted()) {
                case DELETE -> Optional.of(new AccountChange.Delete(account.id()));
                case DISABLE -> disabling(account);
                case NOTHING -> Optional.empty();
            };
            case ENABLED -> Optional.empty();
        };
    }

    /** One that is being deleted needs no disabling. */
    private static Optional<AccountChange> disabling(Account account) {
        return account.status() == Account.Status.DELETING ? Optional.empty() : Optional.of(new AccountChange.Disable(account.id()));
    }

    /** What was disabled before stays so when the user is enabled again, so only what this policy disabled is kept. */
    private void remember(List<Step> steps, List<Taken> taken) {
        List<Disabled> kept = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.change().became(User.Status.DISABLED)) {
                UUID user = step.change().after().id();
                switch (taken.get(i)) {
                    case Taken.Opened(UUID account, UUID task) -> kept.add(new Disabled(account, user, task));
                    case Taken.Applied(UUID account) -> kept.add(new Disabled(account, user, null));
                    case Taken.Unchanged _, Taken.Refused _ -> {}
                }
            }
        }
        if (!kept.isEmpty()) {
            disabled.keep(kept, clock.instant());
        }
    }
}
