package dev.syncline.selfservice;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.request.AccessRule;
import dev.syncline.request.AccessRules;
import dev.syncline.selfservice.AccessView.PermissionAccess;
import dev.syncline.selfservice.AccessView.UnderWay;
import dev.syncline.selfservice.Why.Justification;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a user has, why, until when, and what is under way. */
@Service
class MyAccess {

    private final OwnAccess own;
    private final Applications applications;
    private final Permissions permissions;
    private final AccessRules rules;
    private final Ledger ledger;
    private final Why why;

    MyAccess(OwnAccess own, Applications applications, Permissions permissions, AccessRules rules, Ledger ledger, Why why) {
        this.own = own;
        this.applications = applications;
        this.permissions = permissions;
        this.rules = rules;
        this.ledger = ledger;
        this.why = why;
    }

    /** What names and rules belong to what a user has. */
    private record Names(
            Map<UUID, Application> applications,
            Map<UUID, Permission> permissions,
            Map<UUID, AccessRule> rules,
            Map<UUID, Task> underWay,
            Map<UUID, String> reasons) {}

    List<AccessView> of(@Nullable UUID user) {
        List<Own> all = own.of(user);
        List<UUID> applicationIds = all.stream().map(one -> one.account().applicationId()).distinct().toList();
        Names names = new Names(
                applications.findAll(applicationIds),
                permissions.findAll(all.stream().flatMap(one -> one.held().stream()).map(Binding::permissionId).distinct().toList()),
                rules.of(applicationIds),
                ledger.unsettled(all.stream().map(one -> one.account().id()).toList()).stream()
                        .collect(Collectors.toMap(Task::objectId, Function.identity(), (earlier, _) -> earlier)),
                why.names(all.stream().flatMap(one -> one.reasons().stream()).toList()));
        return all.stream().map(one -> view(one, names)).sorted(Comparator.comparing(AccessView::applicationName)).toList();
    }

    private static AccessView view(Own own, Names names) {
        Account account = own.account();
        String application = names.applications().get(account.applicationId()).name();
        Task task = names.underWay().get(account.id());
        return new AccessView(account.id(), account.applicationId(), application, account.name(), account.status(), account.endsAt(),
                justifications(own.why(), names), own.accountRefusal(application, names.reasons()),
                names.rules().get(account.applicationId()).lastPermission(),
                task == null ? null : new UnderWay(task.id(), task.action(), task.status(), task.failureMessage()),
                own.held().stream().map(binding -> permission(own, binding, names)).sorted(Comparator.comparing(PermissionAccess::name)).toList());
    }

    private static PermissionAccess permission(Own own, Binding binding, Names names) {
        Permission permission = names.permissions().get(binding.permissionId());
        return new PermissionAccess(permission.id(), permission.kind(), permission.name(), permission.description(), binding.status(),
                binding.endsAt(), justifications(own.why(permission.id()), names),
                own.refusal(permission.id(), permission.name(), names.reasons()));
    }

    private static List<Justification> justifications(List<Entitlement> reasons, Names names) {
        return reasons.stream().map(reason -> Why.justification(reason, names.reasons())).toList();
    }
}
