package dev.syncline.account;

import dev.syncline.account.AccountView.BindingView;
import dev.syncline.account.AccountView.PermissionName;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Veil;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts accounts and the names that belong to them together, with one query each for any number of accounts. */
@Component
public class AccountViews {

    private final Applications applications;
    private final Users users;
    private final Bindings bindings;
    private final Permissions permissions;
    private final Ledger ledger;
    private final Veils veils;

    AccountViews(Applications applications, Users users, Bindings bindings, Permissions permissions, Ledger ledger, Veils veils) {
        this.applications = applications;
        this.users = users;
        this.bindings = bindings;
        this.permissions = permissions;
        this.ledger = ledger;
        this.veils = veils;
    }

    /** Without their bindings. */
    public List<AccountView> of(List<Account> accounts) {
        Map<UUID, Application> theirs = applications.findAll(accounts.stream().map(Account::applicationId).distinct().toList());
        Map<UUID, User> owners = users.findAll(accounts.stream().map(Account::userId).filter(Objects::nonNull).distinct().toList());
        Map<UUID, UUID> open = ledger.unsettled(accounts.stream().map(Account::id).toList()).stream()
                .collect(Collectors.toMap(Task::objectId, Task::id, (earlier, later) -> earlier));
        Map<UUID, Veil> behind = veils.ofAccounts(accounts, Account::id, Account::applicationId, Account::name);
        return accounts.stream()
                .map(account -> view(account, Objects.requireNonNull(theirs.get(account.applicationId()), "it has accounts, so it is there"),
                        account.userId() == null ? null : owners.get(account.userId()), open.get(account.id()))
                        .behind(Objects.requireNonNull(behind.get(account.id()), "each account has a veil")))
                .toList();
    }

    /** With its bindings. */
    public AccountView detail(Account account) {
        AccountView view = of(List.of(account)).getFirst();
        List<Binding> held = bindings.of(List.of(account.id())).getOrDefault(account.id(), List.of());
        Map<UUID, Permission> named = permissions.findAll(held.stream().map(Binding::permissionId).toList());
        return new AccountView(view.id(), view.applicationId(), view.applicationName(), view.userId(), view.userName(),
                view.userDisplayName(), view.name(), view.remoteId(), view.status(), view.attributes(),
                held.stream().map(binding -> view(binding, Objects.requireNonNull(named.get(binding.permissionId()), "it is held, so it is there")))
                        .toList(),
                view.lastSignInAt(), view.version(), view.createdAt(), view.updatedAt(), view.openTaskId());
    }

    private static BindingView view(Binding binding, Permission permission) {
        return new BindingView(
                new PermissionName(permission.id(), permission.kind(), permission.name(), permission.value()),
                binding.status(),
                binding.endsAt());
    }

    private static AccountView view(Account account, Application application, @Nullable User user, @Nullable UUID openTaskId) {
        return new AccountView(account.id(), account.applicationId(), application.name(), account.userId(),
                user == null ? null : user.userName(), user == null ? null : user.displayName(), account.name(), account.remoteId(),
                account.status(), account.attributes(), null, account.lastSignInAt(), account.version(), account.createdAt(),
                account.updatedAt(), openTaskId);
    }
}
