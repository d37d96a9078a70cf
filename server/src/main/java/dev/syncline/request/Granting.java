package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Applications;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Create;
import dev.syncline.intake.AccountChange.Enable;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.AccessRequest.Item;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives what was approved for good: the reasons are kept, and tasks are opened for what is not there yet. In the approval's transaction. */
@Component
class Granting {

    private final Intake intake;
    private final Applications applications;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Holdings.Reader holdings;
    private final Clock clock;

    Granting(Intake intake, Applications applications, Permissions permissions, Accounts accounts, Entitlements entitlements,
            Holdings.Reader holdings, Clock clock) {
        this.intake = intake;
        this.applications = applications;
        this.permissions = permissions;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** @return the tasks that were opened */
    List<UUID> grant(AccessRequest request, User user, Actor approver) {
        Instant endsAt = request.endIfApproved(clock.instant());
        if (endsAt != null && !endsAt.isAfter(clock.instant())) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE,
                    "It was asked for until " + endsAt + ", and that has passed. Reject it, and have it asked for anew.");
        }
        refuseWhatIsGone(request.items());
        entitlements.grant(request.items().stream()
                .map(item -> new Entitlement(user.id(), item.applicationId(), item.permissionId(), Reason.REQUEST, request.id(), null, endsAt))
                .toList());
        List<Entitlement> reasons = entitlements.of(List.of(user.id())).getOrDefault(user.id(), List.of());
        Holdings has = holdings.of(user);
        Map<UUID, List<Item>> byApplication = request.items().stream().collect(Collectors.groupingBy(Item::applicationId));

        Origin origin = new Origin(Source.ACCESS_REQUEST, approver, request.cause(), null, Priority.INTERACTIVE);
        List<Account> disabled = byApplication.keySet().stream()
                .flatMap(application -> has.account(application).stream())
                .filter(account -> account.status() == Account.Status.DISABLED)
                .toList();
        List<Taken> taken = new ArrayList<>(intake.take(disabled.stream().map(account -> new Enable(account.id())).toList(), origin));
        taken.addAll(intake.take(changes(byApplication, user, has, reasons), origin));
        List<UUID> opened = opened(taken);
        setAccountEnds(byApplication, has, user, reasons);
        return opened;
    }

    /** While a request waits, an administrator may delete what it asks for: then nobody can ever give it. */
    private void refuseWhatIsGone(List<Item> items) {
        Set<UUID> there = permissions.findAll(items.stream().map(Item::permissionId).filter(Objects::nonNull).toList()).keySet();
        items.stream()
                .filter(item -> item.permissionId() == null
                        ? applications.find(item.applicationId()).isEmpty()
                        : !there.contains(item.permissionId()))
                .findFirst().ifPresent(item -> {
                    throw new ProblemException(NOT_ALLOWED_IN_STATE, "It was asked for " + item.words()
                            + ", which has been deleted since; nothing was granted. Reject the request.");
                });
    }

    private static List<AccountChange> changes(
            Map<UUID, List<Item>> byApplication, User user, Holdings has, List<Entitlement> reasons) {
        List<AccountChange> changes = new ArrayList<>();
        byApplication.forEach((application, items) -> {
            List<Grant> grants = items.stream()
                    .map(Item::permissionId)
                    .filter(Objects::nonNull)
                    .map(permission -> new Grant(permission, end(reasons, application, permission)))
                    .toList();
            Account account = has.account(application).orElse(null);
            if (account == null) {
                changes.add(new Create(application, user.id(), null, Map.of(), grants));
            } else if (!grants.isEmpty()) {
                changes.add(new Update(account.id(), null, Map.of(), grants, Set.of()));
            }
        });
        return changes;
    }

    /** When the last reason for a permission ends. */
    private static @Nullable Instant end(List<Entitlement> reasons, UUID application, UUID permission) {
        return Entitlement.latestEnd(reasons.stream()
                .filter(reason -> reason.applicationId().equals(application) && permission.equals(reason.permissionId()))
                .toList());
    }

    /**
     * An account that is there because of requests ends with its last reason; one that was there before, without an end, goes on without
     * one.
     */
    private void setAccountEnds(Map<UUID, List<Item>> byApplication, Holdings before, User user, List<Entitlement> reasons) {
        Map<UUID, Instant> ends = new HashMap<>();
        Map<UUID, List<Account>> now = accounts.ofUsers(List.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                .collect(Collectors.groupingBy(Account::applicationId));
        byApplication.keySet().forEach(application -> {
            Account known = before.account(application).orElse(null);
            Instant end = Entitlement.latestEnd(reasons.stream().filter(reason -> reason.applicationId().equals(application)).toList());
            if (known == null) {
                now.getOrDefault(application, List.of()).forEach(made -> ends.put(made.id(), end));
            } else if (known.status() == Account.Status.DISABLED) {
                ends.put(known.id(), end);
            } else if (known.endsAt() != null) {
                ends.put(known.id(), end == null || end.isAfter(known.endsAt()) ? end : known.endsAt());
            }
        });
        accounts.setEnds(ends);
    }

    static List<UUID> opened(List<Taken> all) {
        List<UUID> tasks = new ArrayList<>();
        for (Taken taken : all) {
            switch (taken) {
                case Taken.Opened(UUID _, UUID task) -> tasks.add(task);
                case Taken.Applied _, Taken.Unchanged _ -> {}
                case Taken.Refused(var code, String message) -> throw new ProblemException(code, message);
            }
        }
        return tasks;
    }
}
