package dev.syncline.reconciliation;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.account.ObservedAccount;
import dev.syncline.application.Application;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Became;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives accounts that differ what is expected of them: first what was found is written down as what is so, then the change is handed to
 * the intake, which opens a task for what differs from it.
 */
@Component
class AccountAligning {

    static final String CAUSE = "RECONCILIATION";

    private final Accounts accounts;
    private final Users users;
    private final Ledger ledger;
    private final Intake intake;
    private final Expectations expectations;

    AccountAligning(Accounts accounts, Users users, Ledger ledger, Intake intake, Expectations expectations) {
        this.accounts = accounts;
        this.users = users;
        this.ledger = ledger;
        this.intake = intake;
        this.expectations = expectations;
    }

    List<Became> align(Run run, Application application, List<Finding> findings, Order order) {
        List<UUID> ids = findings.stream().map(Finding::objectId).toList();
        // The lines first: tasks that settle meanwhile lock in the same order.
        ledger.lock(ids);
        Map<UUID, Account> known = accounts.lock(ids);
        Set<UUID> underWay = ledger.unsettled(ids).stream().map(Task::objectId).collect(Collectors.toSet());
        Map<UUID, User> people = users.findAll(known.values().stream().map(Account::userId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Expectation expectation = expectations.of(application, people.values());
        List<Became> became = new ArrayList<>();
        Map<Finding, AccountChange> changes = new LinkedHashMap<>();
        List<ObservedAccount> observed = new ArrayList<>();
        for (Finding finding : findings) {
            Account account = known.get(finding.objectId());
            if (account == null) {
                became.add(Became.refused(finding, "The account " + finding.name() + " is no longer known here. Read the application again."));
                continue;
            }
            String refusal = refusal(finding, account, underWay);
            if (refusal != null) {
                became.add(Became.refused(finding, refusal));
                continue;
            }
            User user = account.userId() == null ? null : people.get(account.userId());
            Map<String, Object> expected = expectation.of(account, user);
            observed.add(new ObservedAccount(account.id(), finding.name(), finding.remoteId(), finding.active(),
                    expectation.known(expected, finding)));
            changes.put(finding, change(finding, account, user, expected));
        }
        accounts.observe(observed);
        became.addAll(taken(List.copyOf(changes.keySet()), intake.take(List.copyOf(changes.values()), origin(run, application, order))));
        return became;
    }

    private static @Nullable String refusal(Finding finding, Account account, Set<UUID> underWay) {
        if (underWay.contains(account.id())) {
            return "A task of " + account.name() + " is not settled. Wait for it or repair it, then read the application again.";
        }
        return Objects.equals(account.version(), finding.objectVersion())
                ? null
                : "The account " + account.name() + " was changed since the application was read. Read it again.";
    }

    /** Enabling carries what differs along; an account of nobody gets back what is known of it. */
    private static AccountChange change(Finding finding, Account account, @Nullable User user, Map<String, Object> expected) {
        boolean active = account.status() == Account.Status.ACTIVE;
        if (finding.active() != null && finding.active() != active) {
            return active ? new AccountChange.Enable(account.id()) : new AccountChange.Disable(account.id());
        }
        return new AccountChange.Update(account.id(), account.name(), user == null ? differing(finding, expected) : Map.of(), List.of(),
                Set.of(), user != null);
    }

    private static Map<String, Object> differing(Finding finding, Map<String, Object> expected) {
        Map<String, Object> differing = new LinkedHashMap<>();
        finding.differences().stream().filter(difference -> expected.containsKey(difference.attribute()))
                .forEach(difference -> differing.put(difference.attribute(), expected.get(difference.attribute())));
        return differing;
    }

    private static List<Became> taken(List<Finding> findings, List<Taken> taken) {
        List<Became> became = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            became.add(became(findings.get(i), taken.get(i)));
        }
        return became;
    }

    private static Became became(Finding finding, Taken taken) {
        return switch (taken) {
            case Taken.Opened(UUID account, UUID task) -> aligned(finding, null, account, task);
            case Taken.Applied(UUID account) -> aligned(finding, "Data synchronization is off: nothing was sent.", account, null);
            case Taken.Unchanged(UUID account, String _) ->
                    aligned(finding, "Nothing had to be sent: what was found is written down here.", account, null);
            case Taken.Refused(var _, String message) -> Became.refused(finding, message);
        };
    }

    private static Became aligned(Finding finding, @Nullable String message, UUID account, @Nullable UUID task) {
        return new Became(finding.id(), Finding.Outcome.ALIGNED, message, account, null, null, task, finding.differences());
    }

    private static Origin origin(Run run, Application application, Order order) {
        return new Origin(Source.MANUAL, order.actor(), new Cause(CAUSE, run.id(), "Reconciliation of " + application.name()), run.id(),
                order.kind() == null ? Priority.INTERACTIVE : Priority.BULK);
    }
}
