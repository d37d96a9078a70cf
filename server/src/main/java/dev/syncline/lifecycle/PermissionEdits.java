package dev.syncline.lifecycle;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;
import static dev.syncline.task.Source.PERMISSION_CHANGE;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.id.Ids;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import dev.syncline.task.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Permissions given to a user and taken away, at the accounts of the user. All of it, or with a sentence nothing. */
@Service
class PermissionEdits {

    private final PermissionEditRepository repository;
    private final Users users;
    private final Permissions permissions;
    private final Applications applications;
    private final Accounts accounts;
    private final Bindings bindings;
    private final Entitlements entitlements;
    private final Intake intake;
    private final Ids ids;
    private final Clock clock;

    PermissionEdits(PermissionEditRepository repository, Users users, Permissions permissions, Applications applications,
            Accounts accounts, Bindings bindings, Entitlements entitlements, Intake intake, Ids ids, Clock clock) {
        this.repository = repository;
        this.users = users;
        this.permissions = permissions;
        this.applications = applications;
        this.accounts = accounts;
        this.bindings = bindings;
        this.entitlements = entitlements;
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param taskId null when the account needed none */
    record Changed(UUID accountId, @Nullable UUID taskId) {}

    /** @param changeId of the entry in the user's history */
    record Done(UUID changeId, List<Changed> accounts) {}

    /** What is known about the edit. */
    private record Scene(User user, Map<UUID, Permission> permissions, Map<UUID, Application> applications, List<Account> accounts) {

        Permission permission(@Nullable UUID id) {
            return Objects.requireNonNull(permissions.get(id), "a permission that nobody knows was refused");
        }

        Application application(Permission permission) {
            return Objects.requireNonNull(applications.get(permission.applicationId()), "a permission goes with its application");
        }

        /** The oldest of those in the application of the permission; it exists. */
        Account account(Permission permission) {
            return accountsIn(permission.applicationId()).findFirst().orElseThrow();
        }

        Stream<Account> accountsIn(UUID applicationId) {
            return accounts.stream().filter(account -> account.applicationId().equals(applicationId));
        }
    }

    /** @throws ProblemException NOT_FOUND for a permission of an application that is not visible */
    void refuseInvisible(List<UUID> permissionIds, Scope visible) {
        if (visible.isAll()) {
            return;
        }
        Map<UUID, Permission> known = permissions.findAll(permissionIds);
        permissionIds.stream()
                .filter(id -> !known.containsKey(id) || !visible.has(known.get(id).applicationId()))
                .findFirst()
                .ifPresent(id -> {
                    throw ProblemException.notFound("permission", id);
                });
    }

    @Transactional
    Done edit(UUID userId, List<Grant> bind, Set<UUID> unbind, Actor actor) {
        Scene scene = scene(userId, bind, unbind);
        scene.applications().values().forEach(application -> refuseUntouchable(application, scene));
        refusePast(bind);
        giveUpReasons(scene, unbind);
        PermissionEdit edit = new PermissionEdit(ids.next(), userId,
                bind.stream().map(grant -> item(grant.permissionId(), grant.endsAt(), scene)).toList(),
                unbind.stream().map(id -> item(id, null, scene)).toList(), actor, clock.instant());
        repository.insert(edit);
        Cause cause = new Cause(ChangeTracking.CAUSE, edit.id(), "The permissions of " + scene.user().displayName() + " were edited");
        List<Taken> taken = intake.take(updates(scene, bind, unbind), Origin.following(PERMISSION_CHANGE, Act.by(actor), cause));
        return new Done(edit.id(), taken.stream().map(PermissionEdits::changed).toList());
    }

    private Scene scene(UUID userId, List<Grant> bind, Set<UUID> unbind) {
        User user = users.lock(Set.of(userId)).stream()
                .filter(found -> found.status() != User.Status.DELETED)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("user", userId));
        List<UUID> wanted = Stream.concat(bind.stream().map(Grant::permissionId), unbind.stream()).distinct().toList();
        Map<UUID, Permission> known = permissions.findAll(wanted);
        wanted.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw ProblemException.invalid("bind", "There is no permission with the id " + id + ".");
        });
        List<Account> theirs = accounts.ofUsers(List.of(userId)).getOrDefault(userId, List.of()).stream()
                .filter(account -> account.status() != Account.Status.DELETING)
                .toList();
        return new Scene(user, known, applications.findAll(
                known.values().stream().map(Permission::applicationId).distinct().toList()), theirs);
    }

    private static void refuseUntouchable(Application application, Scene scene) {
        if (!application.changeTracking()) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "Change tracking is off for the application " + application.name()
                    + ", so it does not follow edits of users. Switch it on, or bind the permission at the account itself.");
        }
        if (scene.accountsIn(application.id()).findAny().isEmpty()) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, scene.user().displayName() + " has no account in the application "
                    + application.name() + ". Create the account first; permissions can be given with it.");
        }
    }

    private void refusePast(List<Grant> bind) {
        Instant now = clock.instant();
        if (bind.stream().anyMatch(grant -> grant.endsAt() != null && !grant.endsAt().isAfter(now))) {
            throw ProblemException.invalid("bind.endsAt", "The end of a permission must lie in the future.");
        }
    }

    /** What a provisioning policy wants it would only give again. Requests and exceptions end with what they gave. */
    private void giveUpReasons(Scene scene, Set<UUID> unbind) {
        List<Entitlement> reasons = entitlements.of(List.of(scene.user().id())).getOrDefault(scene.user().id(), List.of()).stream()
                .filter(entitlement -> entitlement.permissionId() != null && unbind.contains(entitlement.permissionId()))
                .toList();
        reasons.stream().filter(entitlement -> entitlement.reason() == Entitlement.Reason.POLICY).findFirst().ifPresent(wanted -> {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "A provisioning policy gives " + scene.user().displayName()
                    + " the permission " + scene.permission(wanted.permissionId()).name()
                    + ". Change the policy, or edit the user so that it no longer applies.");
        });
        entitlements.revoke(reasons);
    }

    private List<Update> updates(Scene scene, List<Grant> bind, Set<UUID> unbind) {
        Map<UUID, List<Grant>> toBind = bind.stream()
                .collect(Collectors.groupingBy(grant -> scene.account(scene.permission(grant.permissionId())).id()));
        Map<UUID, Set<UUID>> toUnbind = holders(scene.accounts(), unbind);
        Map<UUID, Update> updates = new LinkedHashMap<>();
        for (Account account : scene.accounts()) {
            List<Grant> bound = toBind.getOrDefault(account.id(), List.of());
            Set<UUID> unbound = toUnbind.getOrDefault(account.id(), Set.of());
            if (!bound.isEmpty() || !unbound.isEmpty()) {
                updates.put(account.id(), new Update(account.id(), null, Map.of(), bound, unbound));
            }
        }
        return new ArrayList<>(updates.values());
    }

    /** Of several accounts in an application each that holds it loses it. */
    private Map<UUID, Set<UUID>> holders(Collection<Account> theirs, Set<UUID> unbind) {
        return bindings.of(theirs.stream().map(Account::id).toList()).values().stream()
                .flatMap(List::stream)
                .filter(binding -> unbind.contains(binding.permissionId()))
                .collect(Collectors.groupingBy(Binding::accountId, Collectors.mapping(Binding::permissionId, Collectors.toSet())));
    }

    private static PermissionEdit.Item item(@Nullable UUID permissionId, @Nullable Instant endsAt, Scene scene) {
        Permission permission = scene.permission(permissionId);
        Application application = scene.application(permission);
        return new PermissionEdit.Item(permission.id(), permission.name(), application.id(), application.name(), endsAt);
    }

    private static Changed changed(Taken taken) {
        return switch (taken) {
            case Taken.Opened(UUID account, UUID task) -> new Changed(account, task);
            case Taken.Applied(UUID account) -> new Changed(account, null);
            case Taken.Unchanged(UUID account, String _) -> new Changed(account, null);
            case Taken.Refused(var code, String message) -> throw new ProblemException(code, message);
        };
    }
}
