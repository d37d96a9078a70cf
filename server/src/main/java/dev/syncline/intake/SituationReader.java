package dev.syncline.intake;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.application.Targets;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Enable;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Permissions;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what changes are worked out from, and locks the accounts they are about until the transaction ends. */
@Component
class SituationReader {

    private final Applications applications;
    private final Targets targets;
    private final Accounts accounts;
    private final Bindings bindings;
    private final Users users;
    private final Organizations organizations;
    private final Permissions permissions;
    private final Ledger ledger;

    SituationReader(Applications applications, Targets targets, Accounts accounts, Bindings bindings, Users users,
            Organizations organizations, Permissions permissions, Ledger ledger) {
        this.applications = applications;
        this.targets = targets;
        this.accounts = accounts;
        this.bindings = bindings;
        this.users = users;
        this.organizations = organizations;
        this.permissions = permissions;
        this.ledger = ledger;
    }

    Situation read(List<? extends AccountChange> changes) {
        Map<UUID, Outlook> outlooks = outlooks(changes.stream().flatMap(SituationReader::account).collect(Collectors.toSet()));
        Map<UUID, Application> involved = applications.findAll(Stream.concat(
                        changes.stream().flatMap(change -> change instanceof Create create ? Stream.of(create.applicationId()) : Stream.of()),
                        outlooks.values().stream().map(outlook -> outlook.account().applicationId()))
                .collect(Collectors.toSet()));
        Map<UUID, User> people = users.findAll(Stream.concat(
                        changes.stream().map(change -> change instanceof Create create ? create.userId() : null),
                        outlooks.values().stream().map(outlook -> outlook.account().userId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, Set<String>> secrets = new HashMap<>();
        involved.forEach((id, application) -> secrets.put(id, targets.secretAttributes(application)));
        return new Situation(involved, secrets, outlooks, people,
                organizations.findAll(people.values().stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet())),
                permissions.findAll(permissionIds(changes, outlooks.values())),
                namesakes(changes, outlooks));
    }

    private Map<UUID, Map<String, Account>> namesakes(List<? extends AccountChange> changes, Map<UUID, Outlook> outlooks) {
        Map<UUID, Set<String>> wanted = new HashMap<>();
        for (AccountChange change : changes) {
            if (change instanceof Update update && update.name() != null && outlooks.containsKey(update.accountId())) {
                wanted.computeIfAbsent(outlooks.get(update.accountId()).account().applicationId(), _ -> new HashSet<>())
                        .add(update.name().strip());
            }
        }
        Map<UUID, Map<String, Account>> namesakes = new HashMap<>();
        wanted.forEach((applicationId, names) -> namesakes.put(applicationId, accounts.named(applicationId, names)));
        return namesakes;
    }

    private Map<UUID, Outlook> outlooks(Set<UUID> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        // The lines first: tasks that settle meanwhile lock in the same order.
        ledger.lock(accountIds);
        Map<UUID, Account> locked = accounts.lock(accountIds);
        Map<UUID, List<Task>> unsettled = ledger.unsettled(accountIds).stream().collect(Collectors.groupingBy(Task::objectId));
        Map<UUID, List<Binding>> held = bindings.of(accountIds);
        Map<UUID, Outlook> outlooks = new HashMap<>();
        locked.forEach((id, account) -> outlooks.put(id, Outlook.of(
                account, unsettled.getOrDefault(id, List.of()), held.getOrDefault(id, List.of()))));
        return outlooks;
    }

    private static Stream<UUID> account(AccountChange change) {
        return switch (change) {
            case Create _ -> Stream.of();
            case Update update -> Stream.of(update.accountId());
            case Delete delete -> Stream.of(delete.accountId());
            case Enable enable -> Stream.of(enable.accountId());
            case Disable disable -> Stream.of(disable.accountId());
        };
    }

    private static Set<UUID> permissionIds(List<? extends AccountChange> changes, Collection<Outlook> outlooks) {
        Set<UUID> ids = new HashSet<>();
        for (AccountChange change : changes) {
            switch (change) {
                case Create create -> create.grants().stream().map(Grant::permissionId).forEach(ids::add);
                case Update update -> {
                    update.bind().stream().map(Grant::permissionId).forEach(ids::add);
                    ids.addAll(update.unbind());
                }
                case Delete _, Enable _, Disable _ -> {}
            }
        }
        outlooks.forEach(outlook -> ids.addAll(outlook.bindings().keySet()));
        return ids;
    }
}
