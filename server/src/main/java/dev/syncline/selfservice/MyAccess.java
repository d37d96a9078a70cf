package dev.syncline.selfservice;

import dev.syncline.account.Account;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** What belongs to what a user has. */
    private record Picture(Names names, Map<UUID, AccessRule> rules, Map<UUID, Task> underWay, Map<UUID, String> reasons) {

        AccessRule rule(Account account) {
            return Objects.requireNonNull(rules.get(account.applicationId()), "each application has a rule");
        }
    }

    List<AccessView> of(UUID user) {
        List<Own> all = own.of(user);
        Picture picture = new Picture(
                Names.of(all, applications, permissions),
                rules.of(all.stream().map(one -> one.account().applicationId()).distinct().toList()),
                ledger.unsettled(all.stream().map(one -> one.account().id()).toList()).stream()
                        .collect(Collectors.toMap(Task::objectId, Function.identity(), (earlier, _) -> earlier)),
                why.names(all.stream().flatMap(one -> one.reasons().stream()).toList()));
        return all.stream().map(one -> view(one, picture)).sorted(Comparator.comparing(AccessView::applicationName)).toList();
    }

    private static AccessView view(Own own, Picture picture) {
        Account account = own.account();
        String application = picture.names().application(account);
        Task task = picture.underWay().get(account.id());
        return new AccessView(account.id(), account.applicationId(), application, account.name(), account.status(), account.endsAt(),
                justifications(own.why(), picture), own.accountRefusal(application, picture.reasons()),
                picture.rule(account).lastPermission(),
                task == null ? null : new UnderWay(task.id(), task.action(), task.status(), task.failureMessage()),
                own.held().stream().map(binding -> permission(own, binding, picture)).sorted(Comparator.comparing(PermissionAccess::name)).toList());
    }

    private static PermissionAccess permission(Own own, Binding binding, Picture picture) {
        Permission permission = picture.names().permission(binding.permissionId());
        return new PermissionAccess(permission.id(), permission.kind(), permission.name(), permission.description(), binding.status(),
                binding.endsAt(), justifications(own.why(permission.id()), picture),
                own.refusal(permission.id(), permission.name(), picture.reasons()));
    }

    private static List<Justification> justifications(List<Entitlement> reasons, Picture picture) {
        return reasons.stream().map(reason -> Why.justification(reason, picture.reasons())).toList();
    }
}
