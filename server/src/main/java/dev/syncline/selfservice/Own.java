package dev.syncline.selfservice;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.permission.Binding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account of the user, what it holds, and why.
 *
 * @param held what it holds or is about to hold; what is being taken away is not among it
 * @param reasons for this account and what it holds
 */
record Own(Account account, List<Binding> held, List<Entitlement> reasons) {

    /** Reasons for the account itself. A permission's reason justifies the account, too, but is named with the permission. */
    List<Entitlement> why() {
        return why(null);
    }

    List<Entitlement> why(@Nullable UUID permission) {
        return reasons.stream().filter(reason -> Objects.equals(reason.permissionId(), permission)).toList();
    }

    boolean holds(UUID permission) {
        return held.stream().anyMatch(binding -> binding.permissionId().equals(permission));
    }

    /** Why a permission cannot be released, in a sentence; null when it can. */
    @Nullable String refusal(UUID permission, String permissionName, Map<UUID, String> names) {
        return refusal(why(permission), permissionName, names);
    }

    /** Why the account cannot be released, in a sentence; null when it can. A policy that grants a permission needs the account. */
    @Nullable String accountRefusal(String applicationName, Map<UUID, String> names) {
        return account.status() == Account.Status.DELETING
                ? "The account in " + applicationName + " is being deleted already."
                : refusal(reasons, "The account in " + applicationName, names);
    }

    boolean aPolicyNeedsTheAccount() {
        return reasons.stream().anyMatch(reason -> reason.reason() == Reason.POLICY);
    }

    private static @Nullable String refusal(List<Entitlement> reasons, String what, Map<UUID, String> names) {
        String policies = reasons.stream()
                .filter(reason -> reason.reason() == Reason.POLICY)
                .map(reason -> Why.justification(reason, names).name())
                .distinct()
                .collect(Collectors.joining(", "));
        return policies.isEmpty() ? null : what + " is granted by the policy " + policies + " and cannot be released.";
    }
}
