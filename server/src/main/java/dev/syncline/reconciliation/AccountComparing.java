package dev.syncline.reconciliation;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Compared;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the values of accounts that are known here, or matched, with what is expected of them. */
@Component
class AccountComparing {

    private final Accounts accounts;
    private final Users users;
    private final Ledger ledger;
    private final Expectations expectations;

    AccountComparing(Accounts accounts, Users users, Ledger ledger, Expectations expectations) {
        this.accounts = accounts;
        this.users = users;
        this.ledger = ledger;
        this.expectations = expectations;
    }

    List<Compared> compare(Application application, List<Finding> page) {
        Map<UUID, Account> known = accounts.findAll(ids(page, true));
        Map<UUID, User> people = users.findAll(ids(page, false));
        Set<UUID> underWay = ledger.unsettled(known.keySet()).stream().map(Task::objectId).collect(Collectors.toSet());
        Expectation expectation = expectations.of(application, people.values());
        return page.stream().map(finding -> finding.objectId() == null
                ? matched(finding, people.get(finding.subjectId()), expectation)
                : known(finding, known.get(finding.objectId()), people.get(finding.subjectId()), underWay, expectation)).toList();
    }

    private static Compared matched(Finding finding, @Nullable User user, Expectation expectation) {
        return new Compared(finding.id(), Finding.Kind.MATCHED, null,
                user == null ? List.of() : expectation.differences(expectation.of(user, finding.name()), finding));
    }

    private static Compared known(Finding finding, @Nullable Account account, @Nullable User user, Set<UUID> underWay, Expectation expectation) {
        if (account == null || !isSettled(account, underWay)) {
            return new Compared(finding.id(), Finding.Kind.UNDER_WAY, account == null ? null : account.version(), List.of());
        }
        List<Difference> differences = new ArrayList<>(ofTheAccount(finding, account));
        differences.addAll(expectation.differences(expectation.of(account, user), finding));
        return new Compared(finding.id(), differences.isEmpty() ? Finding.Kind.LINKED : Finding.Kind.DIFFERENT, account.version(), differences);
    }

    private static boolean isSettled(Account account, Set<UUID> underWay) {
        return !underWay.contains(account.id())
                && (account.status() == Account.Status.ACTIVE || account.status() == Account.Status.DISABLED);
    }

    private static List<Difference> ofTheAccount(Finding finding, Account account) {
        List<Difference> differences = new ArrayList<>();
        boolean active = account.status() == Account.Status.ACTIVE;
        if (finding.active() != null && finding.active() != active) {
            differences.add(new Difference(Difference.ACTIVE, active, finding.active(), false));
        }
        if (!account.name().equals(finding.name())) {
            differences.add(new Difference(Difference.NAME, account.name(), finding.name(), false));
        }
        // A directory does not tell upper from lower case in a DN.
        if (!finding.remoteId().equalsIgnoreCase(account.remoteId())) {
            differences.add(new Difference(Difference.ID, account.remoteId(), finding.remoteId(), false));
        }
        return differences;
    }

    private static Set<UUID> ids(List<Finding> page, boolean objects) {
        return page.stream().map(finding -> objects ? finding.objectId() : finding.subjectId()).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
