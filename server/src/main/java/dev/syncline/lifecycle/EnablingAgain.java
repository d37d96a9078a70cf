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
import dev.syncline.lifecycle.GlobalPolicyRepository.Counting;
import dev.syncline.task.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A user is enabled again: so are the accounts the global policy disabled. Comes after the provisioning policies; what they have
 * enabled already is left alone by the intake, and so the more specific cause wins.
 */
@Component
@Order(25)
class EnablingAgain implements UserReaction {

    private final GlobalPolicies policies;
    private final DisabledAccountRepository disabled;
    private final Accounts accounts;
    private final Intake intake;

    EnablingAgain(GlobalPolicies policies, DisabledAccountRepository disabled, Accounts accounts, Intake intake) {
        this.policies = policies;
        this.disabled = disabled;
        this.accounts = accounts;
        this.intake = intake;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        Map<UUID, UserChange> back = changes.stream()
                .filter(change -> !change.created() && change.became(User.Status.ENABLED))
                .collect(Collectors.toMap(change -> change.after().id(), Function.identity()));
        if (back.isEmpty()) {
            return;
        }
        List<Account> theirs = theirs(back.keySet());
        Counting counting = policies.of(theirs.stream().map(Account::applicationId).toList());
        List<Caused> all = new ArrayList<>();
        for (Account account : theirs) {
            if (counting.of(account.applicationId()).enablesAgain() && !account.applicationId().equals(act.applicationId())) {
                UserChange change = Objects.requireNonNull(back.get(account.userId()), "only accounts of these users were looked for");
                all.add(new Caused(new AccountChange.Enable(account.id()), origin(change, act).oneOf(back.size())));
            }
        }
        Chunks.take(intake, all);
        disabled.forgetUsers(back.keySet());
    }

    /** Whose account belongs to somebody else by now is left alone. */
    private List<Account> theirs(Set<UUID> users) {
        return accounts.findAll(disabled.ofUsers(users)).values().stream()
                .filter(account -> users.contains(account.userId()))
                .toList();
    }

    private static Origin origin(UserChange change, Act act) {
        return Origin.following(
                GLOBAL_PROVISIONING_POLICY, act, new Cause(GlobalPolicyReaction.CAUSE, change.id(), Happening.of(change)));
    }
}
