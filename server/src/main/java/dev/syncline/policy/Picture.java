package dev.syncline.policy;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.mapping.Subject;
import dev.syncline.permission.Binding;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of users and everything the difference is worked out from, read once for all of them.
 *
 * @param entitlements by user
 * @param accounts by user, oldest first
 * @param expected by account: what it will be when everything under way has been done
 * @param bindings by account
 */
record Picture(
        List<Person> people,
        Map<UUID, List<Entitlement>> entitlements,
        Map<UUID, List<Account>> accounts,
        Map<UUID, Account.Status> expected,
        Map<UUID, List<Binding>> bindings) {

    /**
     * @param organization null for none
     * @param newlyEnabled whether the user has just been enabled, so that disabled accounts are wanted again
     */
    record Person(User user, @Nullable Organization organization, boolean newlyEnabled) {
        UUID id() {
            return user.id();
        }

        Subject subject() {
            return Subject.of(user, organization);
        }
    }

    List<Entitlement> entitlementsOf(Person person) {
        return entitlements.getOrDefault(person.id(), List.of());
    }

    /** Those that are there, or will be, and are not about to go. */
    List<Account> lasting(Person person, UUID applicationId) {
        return of(person, applicationId).stream().filter(account -> statusOf(account) != Account.Status.DELETING).toList();
    }

    /** All in an application, also those about to go. */
    List<Account> of(Person person, UUID applicationId) {
        return accounts.getOrDefault(person.id(), List.of()).stream()
                .filter(account -> account.applicationId().equals(applicationId))
                .toList();
    }

    Account.Status statusOf(Account account) {
        return account.status() == Account.Status.DELETING ? account.status() : expected.getOrDefault(account.id(), account.status());
    }

    /** Held or asked for; null when it is neither, or about to go. */
    @Nullable Binding binding(Account account, @Nullable UUID permissionId) {
        return bindings.getOrDefault(account.id(), List.of()).stream()
                .filter(binding -> binding.permissionId().equals(permissionId) && binding.status() != Binding.Status.RELEASING)
                .findFirst()
                .orElse(null);
    }
}
