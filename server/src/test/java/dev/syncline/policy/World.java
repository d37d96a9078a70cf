package dev.syncline.policy;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.permission.Binding;
import dev.syncline.policy.Picture.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Users, their accounts and reasons in memory, on which differences can be carried out, so that evaluations can be tried by themselves. */
final class World {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final Map<UUID, User> users = new HashMap<>();
    final List<Entitlement> entitlements = new ArrayList<>();
    final Map<UUID, Account> accounts = new HashMap<>();
    final Map<UUID, Map<UUID, Binding>> bindings = new HashMap<>();
    final Set<UUID> newlyEnabled = new HashSet<>();

    User user(User.Status status) {
        UUID id = UUID.randomUUID();
        User user = new User(id, "u" + id, "U", null, null, null, null, null, null, null, status, Map.of(), List.of(), 1, NOW, NOW);
        users.put(id, user);
        return user;
    }

    Account account(User user, UUID application, Account.Status status, UUID... permissions) {
        Account account = account(UUID.randomUUID(), user.id(), application, status, null);
        accounts.put(account.id(), account);
        for (UUID permission : permissions) {
            bind(account.id(), permission, null);
        }
        return account;
    }

    static Account account(UUID id, UUID user, UUID application, Account.Status status, Instant endsAt) {
        return new Account(id, application, user, "a" + id, null, status,
                status == Account.Status.DELETING ? Account.Status.ACTIVE : null, Map.of(), endsAt, null, 1, NOW, NOW);
    }

    void bind(UUID account, UUID permission, Instant endsAt) {
        bindings.computeIfAbsent(account, _ -> new HashMap<>()).put(permission, new Binding(account, permission, Binding.Status.HELD, endsAt));
    }

    void because(User user, UUID application, UUID permission, Reason reason, UUID id, Instant endsAt) {
        entitlements.add(new Entitlement(user.id(), application, permission, reason, id, reason == Reason.POLICY ? 1 : null, endsAt));
    }

    Picture picture() {
        Map<UUID, List<Entitlement>> byUser = new HashMap<>();
        entitlements.forEach(one -> byUser.computeIfAbsent(one.userId(), _ -> new ArrayList<>()).add(one));
        Map<UUID, List<Account>> accountsByUser = new HashMap<>();
        accounts.values().forEach(one -> accountsByUser.computeIfAbsent(one.userId(), _ -> new ArrayList<>()).add(one));
        Map<UUID, Account.Status> expected = new HashMap<>();
        accounts.values().forEach(one -> expected.put(one.id(), one.status()));
        Map<UUID, List<Binding>> byAccount = new HashMap<>();
        bindings.forEach((account, held) -> byAccount.put(account, List.copyOf(held.values())));
        return new Picture(users.values().stream().map(user -> new Person(user, null, newlyEnabled.contains(user.id()))).toList(),
                byUser, accountsByUser, expected, byAccount);
    }

    /** As if every task had succeeded. */
    void carryOut(Difference difference) {
        difference.ended().forEach(over -> entitlements.removeIf(one -> one.equals(over)));
        entitlements.addAll(difference.granted());
        difference.steps().forEach(step -> {
            switch (step) {
                case Step.Blocked _ -> {}
                case Step.End end -> accounts.computeIfPresent(end.accountId(), (id, account) ->
                        account(id, account.userId(), account.applicationId(), account.status(), end.endsAt()));
                case Step.Change change -> carryOut(change.change());
            }
        });
    }

    private void carryOut(AccountChange change) {
        switch (change) {
            case AccountChange.Create create -> {
                Account made = account(UUID.randomUUID(), create.userId(), create.applicationId(), Account.Status.ACTIVE, null);
                accounts.put(made.id(), made);
                create.grants().forEach(grant -> bind(made.id(), grant.permissionId(), grant.endsAt()));
            }
            case AccountChange.Update update -> {
                update.unbind().forEach(permission -> bindings.getOrDefault(update.accountId(), new HashMap<>()).remove(permission));
                for (Grant grant : update.bind()) {
                    bind(update.accountId(), grant.permissionId(), grant.endsAt());
                }
            }
            case AccountChange.Delete delete -> {
                accounts.remove(delete.accountId());
                bindings.remove(delete.accountId());
            }
            case AccountChange.Enable enable -> become(enable.accountId(), Account.Status.ACTIVE);
            case AccountChange.Disable disable -> become(disable.accountId(), Account.Status.DISABLED);
        }
    }

    void become(UUID account, Account.Status status) {
        accounts.computeIfPresent(account, (id, was) -> account(id, was.userId(), was.applicationId(), status, was.endsAt()));
    }
}
