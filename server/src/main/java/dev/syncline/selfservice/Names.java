package dev.syncline.selfservice;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The applications and permissions of what somebody has: both are there as long as accounts and bindings that name them. */
record Names(Map<UUID, Application> applications, Map<UUID, Permission> permissions) {

    static Names of(List<Own> all, Applications applications, Permissions permissions) {
        return new Names(
                applications.findAll(all.stream().map(one -> one.account().applicationId()).distinct().toList()),
                permissions.findAll(all.stream().flatMap(one -> one.held().stream()).map(Binding::permissionId).distinct().toList()));
    }

    String application(Account account) {
        return Objects.requireNonNull(applications.get(account.applicationId()), "an account is in an application").name();
    }

    Permission permission(UUID held) {
        return Objects.requireNonNull(permissions.get(held), "a permission is there while somebody holds it");
    }
}
