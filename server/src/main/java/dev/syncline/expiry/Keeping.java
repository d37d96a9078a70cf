package dev.syncline.expiry;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.expiry.Ended.Item;
import dev.syncline.expiry.Ended.Outcome;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.Taken;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.request.AccessRule.AccountEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what ended, with the names as they were, so that a reader of a task finds out what ended and who had asked for it. */
@Component
class Keeping {

    private final EndedRepository repository;
    private final Applications applications;
    private final Permissions permissions;
    private final Users users;

    Keeping(EndedRepository repository, Applications applications, Permissions permissions, Users users) {
        this.repository = repository;
        this.applications = applications;
        this.permissions = permissions;
        this.users = users;
    }

    private record Names(Map<UUID, Application> applications, Map<UUID, Permission> permissions, Map<UUID, User> users) {

        String applicationOf(Account account) {
            return Objects.requireNonNull(applications.get(account.applicationId()), "an account's application is there as long as it").name();
        }
    }

    /**
     * @param first what became of the accounts themselves
     * @param then what became of their permissions
     */
    void keep(UUID id, Instant now, List<Ending> endings, Map<UUID, Taken> first, Map<UUID, Taken> then) {
        List<Ending> ended = endings.stream().filter(ending -> ending.ends() != null || !ending.unbound().isEmpty()).toList();
        if (ended.isEmpty()) {
            return;
        }
        Names names = new Names(
                applications.findAll(ended.stream().map(ending -> ending.account().applicationId()).collect(Collectors.toSet())),
                permissions.findAll(ended.stream().flatMap(ending -> ending.unbound().stream())
                        .map(Binding::permissionId).collect(Collectors.toSet())),
                users.findAll(ended.stream().map(ending -> ending.account().userId()).filter(Objects::nonNull).collect(Collectors.toSet())));
        List<Item> items = new ArrayList<>();
        for (Ending ending : ended) {
            Taken account = first.get(ending.account().id());
            if (ending.ends() != null) {
                Outcome done = ending.ends() == AccountEnd.DELETE ? Outcome.DELETED : Outcome.DISABLED;
                items.add(item(ending, null, ending.account().endsAt(), done, account, names));
            }
            // What a deletion takes along has its task.
            Taken taken = ending.ends() == AccountEnd.DELETE ? account : then.get(ending.account().id());
            ending.unbound().forEach(binding -> items.add(
                    item(ending, binding, binding.endsAt() == null ? now : binding.endsAt(), Outcome.UNBOUND, taken, names)));
        }
        repository.insert(new Ended(id, now, items));
    }

    private static Item item(Ending ending, @Nullable Binding binding, @Nullable Instant endedAt, Outcome done, @Nullable Taken taken, Names names) {
        Account account = ending.account();
        Permission permission = binding == null ? null : names.permissions().get(binding.permissionId());
        User user = account.userId() == null ? null : names.users().get(account.userId());
        UUID permissionId = permission == null ? null : permission.id();
        return new Item(account.id(), account.name(), account.applicationId(), names.applicationOf(account),
                user == null ? null : user.id(), user == null ? null : user.displayName(), permissionId,
                permission == null ? null : permission.name(), endedAt,
                taken instanceof Taken.Refused ? Outcome.REFUSED : done,
                switch (taken) {
                    case null -> null;
                    case Taken.Refused(var _, String message) -> message;
                    case Taken.Unchanged(UUID _, String message) -> message;
                    case Taken.Opened _, Taken.Applied _ -> null;
                },
                taken instanceof Taken.Opened(UUID _, UUID task) ? task : null,
                ending.requests(permissionId));
    }
}
