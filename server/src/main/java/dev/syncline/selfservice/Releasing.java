package dev.syncline.selfservice;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;
import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.account.Accounts;
import dev.syncline.application.Applications;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.id.Ids;
import dev.syncline.identity.Users;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.request.AccessRule;
import dev.syncline.request.AccessRule.LastPermission;
import dev.syncline.request.AccessRules;
import dev.syncline.selfservice.ReleaseBody.ReleasedPermission;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives access back: all that was chosen, or nothing. */
@Service
class Releasing {

    private final OwnAccess own;
    private final Users users;
    private final Accounts accounts;
    private final Applications applications;
    private final Permissions permissions;
    private final AccessRules rules;
    private final Entitlements entitlements;
    private final Intake intake;
    private final Ledger ledger;
    private final Why why;
    private final ReleaseRepository releases;
    private final Ids ids;

    Releasing(OwnAccess own, Users users, Accounts accounts, Applications applications, Permissions permissions, AccessRules rules,
            Entitlements entitlements, Intake intake, Ledger ledger, Why why, ReleaseRepository releases, Ids ids) {
        this.own = own;
        this.users = users;
        this.accounts = accounts;
        this.applications = applications;
        this.permissions = permissions;
        this.rules = rules;
        this.entitlements = entitlements;
        this.intake = intake;
        this.ledger = ledger;
        this.why = why;
        this.releases = releases;
        this.ids = ids;
    }

    /** @return the id of what is kept of it */
    @Transactional
    public UUID release(ReleaseBody body, Actor actor) {
        if (body.accountIds().isEmpty() && body.permissions().isEmpty()) {
            throw new ProblemException(INVALID_INPUT, "Choose what to give back.");
        }
        users.lock(List.of(actor.someone()));
        Set<UUID> involved = Stream.concat(body.accountIds().stream(), body.permissions().stream().map(ReleasedPermission::accountId))
                .collect(Collectors.toSet());
        ledger.lock(involved);
        accounts.lock(involved);
        Map<UUID, Own> all = new LinkedHashMap<>();
        own.of(actor.someone()).forEach(one -> all.put(one.account().id(), one));
        Names names = Names.of(List.copyOf(all.values()), applications, permissions);
        refuse(body, all, names);

        List<Parting> partings = partings(body, all);
        refuseEmpty(partings, names);
        UUID id = ids.next();
        releases.keep(id, actor, partings, names);
        releases.opened(id, take(partings, new Origin(Source.SELF_SERVICE_DEPROVISIONING, actor,
                new Cause("ACCESS_RELEASE", id, "Released by " + actor.name()), null, Priority.INTERACTIVE)));
        entitlements.revoke(partings.stream().flatMap(parting -> parting.noLonger().stream()).toList());
        Map<UUID, Instant> noEnds = new HashMap<>();
        partings.stream().filter(parting -> parting.ending() != LastPermission.KEEP)
                .forEach(parting -> noEnds.put(parting.own().account().id(), null));
        accounts.setEnds(noEnds);
        return id;
    }

    private void refuse(ReleaseBody body, Map<UUID, Own> all, Names names) {
        Map<UUID, String> reasons = why.names(all.values().stream().flatMap(one -> one.reasons().stream()).toList());
        List<FieldError> errors = new ArrayList<>();
        for (UUID account : body.accountIds()) {
            Own one = all.get(account);
            complain(errors, "accountIds", one == null
                    ? "You do not have this account any more. Look at what you have now."
                    : one.accountRefusal(names.application(one.account()), reasons));
        }
        for (ReleasedPermission wanted : body.permissions()) {
            Own one = all.get(wanted.accountId());
            complain(errors, "permissions", one == null || !one.holds(wanted.permissionId())
                    ? "You do not have this permission any more. Look at what you have now."
                    : one.refusal(wanted.permissionId(), names.permission(wanted.permissionId()).name(), reasons));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, errors.getFirst().message(), errors);
        }
    }

    private static void complain(List<FieldError> errors, String field, @Nullable String sentence) {
        if (sentence != null) {
            errors.add(new FieldError(field, sentence));
        }
    }

    private List<Parting> partings(ReleaseBody body, Map<UUID, Own> all) {
        Map<UUID, Set<UUID>> chosen = new LinkedHashMap<>();
        body.permissions().forEach(wanted -> chosen.computeIfAbsent(wanted.accountId(), _ -> new HashSet<>()).add(wanted.permissionId()));
        body.accountIds().forEach(account -> chosen.computeIfAbsent(account, _ -> new HashSet<>())
                .addAll(chosen(all, account).held().stream().map(binding -> binding.permissionId()).toList()));
        Map<UUID, AccessRule> byApplication = rules.of(chosen.keySet().stream().map(id -> chosen(all, id).account().applicationId()).toList());
        return chosen.entrySet().stream()
                .map(entry -> {
                    Own one = chosen(all, entry.getKey());
                    return Parting.of(one, body.accountIds().contains(entry.getKey()), Set.copyOf(entry.getValue()),
                            Objects.requireNonNull(byApplication.get(one.account().applicationId()), "each application has a rule").lastPermission());
                })
                .toList();
    }

    private static Own chosen(Map<UUID, Own> all, UUID account) {
        return Objects.requireNonNull(all.get(account), "what is not the user's own was refused");
    }

    /** Where accounts are kept, an account that holds nothing cannot be given back. */
    private static void refuseEmpty(List<Parting> partings, Names names) {
        partings.stream().filter(parting -> parting.first().isEmpty() && parting.then().isEmpty()).findFirst().ifPresent(parting -> {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "Accounts in " + names.application(parting.own().account())
                    + " are kept when they are given back, and this one holds nothing. Ask an administrator to delete it.");
        });
    }

    private List<UUID> take(List<Parting> partings, Origin origin) {
        List<Taken> taken = new ArrayList<>(intake.take(partings.stream().map(Parting::first).flatMap(Optional::stream).toList(), origin));
        taken.addAll(intake.take(partings.stream().map(Parting::then).flatMap(Optional::stream).toList(), origin));
        List<UUID> tasks = new ArrayList<>();
        for (Taken one : taken) {
            switch (one) {
                case Taken.Opened(UUID _, UUID task) -> tasks.add(task);
                case Taken.Applied _, Taken.Unchanged _ -> {}
                case Taken.Refused(var code, String message) -> throw new ProblemException(code, message);
            }
        }
        return tasks;
    }
}
