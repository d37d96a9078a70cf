package dev.syncline.request;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.identity.User;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.request.AccessRequest.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a user has, and has asked for already. */
record Holdings(User user, List<Account> accounts, Map<UUID, List<Binding>> bindings, List<AccessRequest> waiting) {

    @Component
    static class Reader {

        private final Accounts accounts;
        private final Bindings bindings;
        private final RequestRepository requests;

        Reader(Accounts accounts, Bindings bindings, RequestRepository requests) {
            this.accounts = accounts;
            this.bindings = bindings;
            this.requests = requests;
        }

        Holdings of(User user) {
            List<Account> theirs = accounts.ofUsers(List.of(user.id())).getOrDefault(user.id(), List.of());
            return new Holdings(user, theirs, bindings.of(theirs.stream().map(Account::id).toList()),
                    requests.waitingFor(List.of(user.id())));
        }
    }

    /** The account of an application that a grant goes to: the one in use before one that is disabled or being deleted. */
    Optional<Account> account(UUID applicationId) {
        return accounts.stream()
                .filter(account -> account.applicationId().equals(applicationId))
                .min(Comparator.comparing(account -> switch (account.status()) {
                    case ACTIVE -> 0;
                    case REQUESTED -> 1;
                    case DISABLED -> 2;
                    case DELETING -> 3;
                }));
    }

    Optional<Account> account(Item item) {
        return accounts.stream().filter(account -> account.id().equals(item.accountId())).findFirst();
    }

    /** What an account holds or is about to hold. */
    Optional<Binding> binding(UUID accountId, @Nullable UUID permissionId) {
        return bindings.getOrDefault(accountId, List.of()).stream()
                .filter(binding -> binding.permissionId().equals(permissionId) && binding.status() != Binding.Status.RELEASING)
                .findFirst();
    }

    /** Why it cannot be asked for, in a sentence; empty when it can. */
    Optional<String> refusal(Item item) {
        return underWay(item).or(() -> item.permissionId() == null ? accountThere(item) : permissionThere(item));
    }

    Optional<String> underWay(Item item) {
        return waiting.stream()
                .filter(request -> request.items().stream().anyMatch(other -> other.applicationId().equals(item.applicationId())
                        && Objects.equals(other.permissionId(), item.permissionId())
                        && Objects.equals(other.accountId(), item.accountId())))
                .map(request -> "Request " + request.number() + " for " + item.words() + " is waiting for its approval already.")
                .findFirst();
    }

    /** Whether it is there, in an account that can be used. */
    boolean has(Item item) {
        return account(item.applicationId())
                .filter(account -> account.status() == Account.Status.ACTIVE || account.status() == Account.Status.REQUESTED)
                .filter(account -> item.permissionId() == null || binding(account.id(), item.permissionId()).isPresent())
                .isPresent();
    }

    private Optional<String> accountThere(Item item) {
        return account(item.applicationId()).flatMap(account -> switch (account.status()) {
            case ACTIVE, REQUESTED -> Optional.of(user.displayName() + " has an account in " + item.applicationName() + " already.");
            case DISABLED -> Optional.empty();
            case DELETING -> Optional.of("The account of " + user.displayName() + " in " + item.applicationName()
                    + " is being deleted. Ask again when that is done.");
        });
    }

    private Optional<String> permissionThere(Item item) {
        return accounts.stream()
                .filter(account -> account.status() != Account.Status.DELETING && binding(account.id(), item.permissionId()).isPresent())
                .map(account -> user.displayName() + " has " + item.words() + " already"
                        + (account.status() == Account.Status.DISABLED ? "; the account is disabled, so ask for the account." : "."))
                .findFirst();
    }
}
