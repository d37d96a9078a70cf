package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.identity.User;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.AccessRequest.Item;
import dev.syncline.task.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves the end of what is there, which the target need not hear of. What has ended meanwhile stays ended. */
@Component
class Prolonging {

    private final Accounts accounts;
    private final Bindings bindings;
    private final Entitlements entitlements;
    private final Holdings.Reader holdings;
    private final Ledger ledger;
    private final Clock clock;

    Prolonging(Accounts accounts, Bindings bindings, Entitlements entitlements, Holdings.Reader holdings, Ledger ledger, Clock clock) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.entitlements = entitlements;
        this.holdings = holdings;
        this.ledger = ledger;
        this.clock = clock;
    }

    void prolong(AccessRequest request, User user) {
        List<UUID> involved = request.items().stream().map(Item::accountId).distinct().toList();
        ledger.lock(involved);
        accounts.lock(involved);
        Holdings has = holdings.of(user);
        List<Hold> moved = new ArrayList<>();
        Map<UUID, Instant> accountEnds = new HashMap<>();
        List<Entitlement> reasons = new ArrayList<>();
        for (Item item : request.items()) {
            Account account = has.account(item).orElseThrow(() -> ended(item));
            Instant present = item.permissionId() == null
                    ? account.endsAt()
                    : has.binding(account.id(), item.permissionId()).map(Binding::endsAt).orElse(null);
            if (present == null || !present.isAfter(clock.instant())) {
                throw ended(item);
            }
            Instant wanted = prolonged(request, present);
            Instant end = wanted.isAfter(present) ? wanted : present;
            reasons.add(new Entitlement(user.id(), item.applicationId(), item.permissionId(), Reason.REQUEST, request.id(), null, end));
            if (item.permissionId() != null) {
                moved.add(new Hold(account.id(), item.permissionId(), end));
            }
            // A permission cannot outlive the account that holds it.
            if (account.endsAt() != null && end.isAfter(account.endsAt())) {
                accountEnds.merge(account.id(), end, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        entitlements.grant(reasons);
        bindings.setEnd(moved);
        accounts.setEnds(accountEnds);
    }

    private static Instant prolonged(AccessRequest request, Instant present) {
        return request.durationDays() == null
                ? Objects.requireNonNull(request.endsAt(), "who prolongs says how long or until when")
                : present.plus(Duration.ofDays(request.durationDays()));
    }

    private static ProblemException ended(Item item) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, Subjects.sentence(item.words())
                + " has ended or was taken away meanwhile, or has no end any more. Reject this, and have it asked for anew.");
    }
}
