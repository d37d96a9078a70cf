package dev.syncline.selfservice;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.request.AccessRule.LastPermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What giving back comes to for one account.
 *
 * @param whole the account itself was given back
 * @param permissions those given back; of a whole account all it holds
 * @param ending what becomes of the account: KEEP unless it, or the last of its permissions, was given back
 */
record Parting(Own own, boolean whole, Set<UUID> permissions, LastPermission ending) {

    static Parting of(Own own, boolean whole, Set<UUID> permissions, LastPermission rule) {
        boolean nothingLeft = own.held().stream().allMatch(binding -> permissions.contains(binding.permissionId()));
        boolean ends = whole || nothingLeft && !own.aPolicyNeedsTheAccount();
        return new Parting(own, whole, permissions, ends ? rule : LastPermission.KEEP);
    }

    /** It takes whole accounts out of use first: what is unbound afterwards is not overtaken by it. */
    Optional<AccountChange> first() {
        UUID account = own.account().id();
        return switch (ending) {
            case DELETE -> Optional.of(new Delete(account));
            case DISABLE -> Optional.of(new Disable(account));
            case KEEP -> Optional.empty();
        };
    }

    /** A deletion takes the permissions along. */
    Optional<AccountChange> then() {
        return ending == LastPermission.DELETE || permissions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Update(own.account().id(), null, Map.of(), List.of(), permissions));
    }

    /** The reasons that are gone with it. */
    List<Entitlement> noLonger() {
        boolean account = whole || ending != LastPermission.KEEP;
        return own.reasons().stream()
                .filter(reason -> reason.reason() != Reason.POLICY)
                .filter(reason -> reason.permissionId() == null ? account : account || permissions.contains(reason.permissionId()))
                .toList();
    }
}
