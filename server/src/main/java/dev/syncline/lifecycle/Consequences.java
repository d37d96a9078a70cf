package dev.syncline.lifecycle;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.connector.Action;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange;
import dev.syncline.lifecycle.GlobalPolicyRepository.Counting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the global policy would do to the accounts of a user. */
@Service
class Consequences {

    private final GlobalPolicies policies;
    private final DisabledAccountRepository disabled;
    private final Users users;
    private final Accounts accounts;
    private final Applications applications;

    Consequences(GlobalPolicies policies, DisabledAccountRepository disabled, Users users, Accounts accounts, Applications applications) {
        this.policies = policies;
        this.disabled = disabled;
        this.users = users;
        this.accounts = accounts;
        this.applications = applications;
    }

    /**
     * @param action null when the account stays as it is
     * @param atOnce whether it takes effect in the platform alone, because the application's data synchronization is off
     * @param sentence the same in words
     */
    record Consequence(UUID accountId, String accountName, UUID applicationId, String applicationName, Account.Status status,
            @Nullable Action action, boolean atOnce, String sentence) {}

    List<Consequence> of(UUID userId, User.Status status) {
        users.get(userId);
        List<Account> theirs = accounts.ofUsers(List.of(userId)).getOrDefault(userId, List.of());
        List<UUID> involved = theirs.stream().map(Account::applicationId).distinct().toList();
        Map<UUID, Application> known = applications.findAll(involved);
        Counting counting = policies.of(involved);
        Set<UUID> ours = new HashSet<>(disabled.ofUsers(List.of(userId)));
        return theirs.stream()
                .map(account -> consequence(account, application(account, known),
                        action(counting.of(account.applicationId()), status, account, ours)))
                .toList();
    }

    private static @Nullable Action action(GlobalPolicy policy, User.Status status, Account account, Set<UUID> disabledByPolicy) {
        if (account.status() == Account.Status.DELETING) {
            return null;
        }
        if (status == User.Status.ENABLED) {
            return policy.enablesAgain() && disabledByPolicy.contains(account.id()) ? Action.ENABLE : null;
        }
        AccountChange change = GlobalPolicyReaction.reaction(policy, status, account).orElse(null);
        return switch (change) {
            case AccountChange.Delete _ -> Action.DELETE;
            case AccountChange.Disable _ when account.status() != Account.Status.DISABLED -> Action.DISABLE;
            case null, default -> null;
        };
    }

    private static Application application(Account account, Map<UUID, Application> known) {
        return Objects.requireNonNull(known.get(account.applicationId()), "an application is not deleted while it has accounts");
    }

    private static Consequence consequence(Account account, Application application, @Nullable Action action) {
        return new Consequence(account.id(), account.name(), application.id(), application.name(), account.status(), action,
                !application.dataSynchronization(), sentence(account, application, action));
    }

    private static String sentence(Account account, Application application, @Nullable Action action) {
        String subject = "The account " + account.name() + " in " + application.name();
        if (account.status() == Account.Status.DELETING) {
            return subject + " is being deleted already.";
        }
        String end = application.dataSynchronization() ? "." : ", in the platform only: data synchronization is off.";
        return switch (action) {
            case DELETE -> subject + " will be deleted" + end;
            case DISABLE -> subject + " will be disabled" + end;
            case ENABLE -> subject + " will be enabled again" + end;
            case CREATE, UPDATE -> throw new IllegalStateException("The global policy only enables, disables and deletes.");
            case null -> subject + " stays as it is.";
        };
    }
}
