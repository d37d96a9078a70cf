package dev.syncline.lifecycle;

import dev.syncline.account.Accounts;
import dev.syncline.identity.AccountCounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What holds deleted users back. */
@Component
class AccountsLeft implements AccountCounts {

    private final Accounts accounts;

    AccountsLeft(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<UUID, Integer> of(Collection<UUID> userIds) {
        Map<UUID, Integer> counts = new HashMap<>();
        accounts.ofUsers(userIds).forEach((user, theirs) -> counts.put(user, theirs.size()));
        return counts;
    }
}
