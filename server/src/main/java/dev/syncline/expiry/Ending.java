package dev.syncline.expiry;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Delete;
import dev.syncline.intake.AccountChange.Disable;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Hold;
import dev.syncline.request.AccessRule.AccountEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What ends in one account, worked out from what is known; writes nothing.
 *
 * @param ends null when the account itself does not end
 * @param unbound permissions that end
 * @param moved what another reason justifies longer
 * @param accountMoved whether another reason justifies the account longer
 * @param accountEnd that reason's end; null for never
 * @param over the reasons whose time is up
 */
record Ending(Account account, @Nullable AccountEnd ends, List<Binding> unbound, List<Hold> moved, boolean accountMoved, @Nullable Instant accountEnd,
        List<Entitlement> over) {

    static Ending of(Account account, List<Binding> bindings, List<Entitlement> reasons, AccountEnd rule, Instant now) {
        List<Entitlement> over = reasons.stream().filter(reason -> reason.ended(now)).toList();
        List<Entitlement> live = reasons.stream().filter(reason -> !reason.ended(now)).toList();
        List<Binding> unbound = new ArrayList<>();
        List<Hold> moved = new ArrayList<>();
        for (Binding binding : bindings) {
            if (binding.status() == Binding.Status.RELEASING || !isOver(binding, over, live, now)) {
                continue;
            }
            List<Entitlement> others = about(live, binding.permissionId());
            if (others.isEmpty()) {
                unbound.add(binding);
            } else {
                moved.add(new Hold(account.id(), binding.permissionId(), Entitlement.latestEnd(others)));
            }
        }
        boolean accountOver = account.endsAt() != null && !account.endsAt().isAfter(now);
        return new Ending(account, accountOver && live.isEmpty() ? rule : null, unbound, moved, accountOver && !live.isEmpty(),
                live.isEmpty() ? null : Entitlement.latestEnd(live), over);
    }

    /**
     * Its end has come; or the last of its reasons is over, whatever end is written there. The end of an exception takes nothing away by
     * itself: from then on the rule that found it counts it again.
     */
    private static boolean isOver(Binding binding, List<Entitlement> over, List<Entitlement> live, Instant now) {
        boolean ended = binding.endsAt() != null && !binding.endsAt().isAfter(now);
        boolean given = about(over, binding.permissionId()).stream().anyMatch(reason -> reason.reason() != Entitlement.Reason.EXCEPTION);
        return ended || given && about(live, binding.permissionId()).isEmpty();
    }

    private static List<Entitlement> about(List<Entitlement> reasons, UUID permission) {
        return reasons.stream().filter(reason -> permission.equals(reason.permissionId())).toList();
    }

    boolean nothing() {
        return ends == null && unbound.isEmpty() && moved.isEmpty() && !accountMoved && over.isEmpty();
    }

    /** A disabling first: it would overtake an update before it. */
    Optional<AccountChange> first() {
        return switch (ends) {
            case null -> Optional.empty();
            case DELETE -> Optional.of(new Delete(account.id()));
            case DISABLE -> Optional.of(new Disable(account.id()));
        };
    }

    /** A deletion takes the permissions along. */
    Optional<AccountChange> then() {
        if (ends == AccountEnd.DELETE || unbound.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> permissions = new HashSet<>();
        unbound.forEach(binding -> permissions.add(binding.permissionId()));
        return Optional.of(new Update(account.id(), null, Map.of(), List.of(), permissions));
    }

    /** The requests that had given the permission, or with null the account. */
    List<UUID> requests(@Nullable UUID permission) {
        return over.stream()
                .filter(reason -> reason.reason() == Entitlement.Reason.REQUEST && Objects.equals(reason.permissionId(), permission))
                .map(Entitlement::reasonId)
                .toList();
    }
}
