package dev.syncline.lifecycle;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.identity.Act;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.task.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Locks the lines of all accounts of changed users at once, before any reaction opens tasks. Each reaction for itself would lock its
 * own part in order, but all of them together would not, and a settlement of several tasks could wait for them in a circle. Comes
 * after those who lock what stands before lines (access requests), and before the first who opens tasks.
 */
@Component
@Order(4)
class LinesFirst implements UserReaction {

    private final Accounts accounts;
    private final Ledger ledger;

    LinesFirst(Accounts accounts, Ledger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UUID> known = changes.stream().filter(change -> !change.created()).map(change -> change.after().id()).toList();
        List<UUID> lines = accounts.ofUsers(known).values().stream().flatMap(List::stream).map(Account::id).toList();
        if (!lines.isEmpty()) {
            ledger.lock(lines);
        }
    }
}
