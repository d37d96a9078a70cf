package dev.syncline.selfservice;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the accounts of a user with everything that belongs to them. */
@Component
class OwnAccess {

    private final Accounts accounts;
    private final Bindings bindings;
    private final Entitlements entitlements;

    OwnAccess(Accounts accounts, Bindings bindings, Entitlements entitlements) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.entitlements = entitlements;
    }

    /** Oldest first. */
    List<Own> of(UUID user) {
        List<Account> theirs = accounts.ofUsers(List.of(user)).getOrDefault(user, List.of());
        Map<UUID, List<Binding>> held = bindings.of(theirs.stream().map(Account::id).toList());
        List<Entitlement> reasons = entitlements.of(List.of(user)).getOrDefault(user, List.of());
        return theirs.stream()
                .map(account -> new Own(account,
                        held.getOrDefault(account.id(), List.of()).stream()
                                .filter(binding -> binding.status() != Binding.Status.RELEASING).toList(),
                        reasons.stream().filter(reason -> reason.applicationId().equals(account.applicationId())).toList()))
                .toList();
    }
}
