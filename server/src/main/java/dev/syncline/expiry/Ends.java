package dev.syncline.expiry;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.id.Ids;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.request.AccessRule;
import dev.syncline.request.AccessRules;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ends what time is up for in accounts, and keeps what ended. In the caller's transaction, which has locked the users. */
@Component
class Ends {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Accounts accounts;
    private final Bindings bindings;
    private final Entitlements entitlements;
    private final AccessRules rules;
    private final Intake intake;
    private final Ledger ledger;
    private final Keeping kept;
    private final Ids ids;
    private final Clock clock;

    Ends(Accounts accounts, Bindings bindings, Entitlements entitlements, AccessRules rules, Intake intake, Ledger ledger,
            Keeping kept, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.bindings = bindings;
        this.entitlements = entitlements;
        this.rules = rules;
        this.intake = intake;
        this.ledger = ledger;
        this.kept = kept;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was due when it was looked for may be settled by now: everything is read again under the locks. */
    void end(Set<UUID> users, Set<UUID> orphans) {
        List<Ending> endings = endings(users, orphans);
        Map<UUID, Taken> first = Map.of();
        Map<UUID, Taken> then = Map.of();
        UUID id = ids.next();
        if (endings.stream().anyMatch(ending -> ending.ends() != null || !ending.unbound().isEmpty())) {
            Origin origin = new Origin(Source.PERMISSION_EXPIRY, Actor.SYSTEM,
                    new Cause("EXPIRY", id, "Expiry on " + DAY.format(clock.instant())), null, Priority.BULK);
            first = take(endings, Ending::first, origin);
            then = take(endings, Ending::then, origin);
        }
        writeEnds(endings);
        revoke(endings, users);
        kept.keep(id, clock.instant(), endings, first, then);
    }

    private List<Ending> endings(Set<UUID> users, Set<UUID> orphans) {
        Set<UUID> involved = new HashSet<>(orphans);
        accounts.ofUsers(users).values().forEach(theirs -> theirs.forEach(account -> involved.add(account.id())));
        if (involved.isEmpty()) {
            return List.of();
        }
        ledger.lock(involved);
        Map<UUID, Account> locked = accounts.lock(involved);
        Map<UUID, List<Binding>> held = bindings.of(locked.keySet());
        Map<UUID, List<Entitlement>> reasons = entitlements.of(users);
        Map<UUID, AccessRule> byApplication = rules.of(locked.values().stream().map(Account::applicationId).distinct().toList());
        Instant now = clock.instant();
        return locked.values().stream()
                .filter(account -> account.status() != Account.Status.DELETING)
                .map(account -> Ending.of(account, held.getOrDefault(account.id(), List.of()),
                        (account.userId() == null ? List.<Entitlement>of() : reasons.getOrDefault(account.userId(), List.of())).stream()
                                .filter(reason -> reason.applicationId().equals(account.applicationId())).toList(),
                        Objects.requireNonNull(byApplication.get(account.applicationId()), "each application has a rule").accountEnd(), now))
                .filter(ending -> !ending.nothing())
                .toList();
    }

    private Map<UUID, Taken> take(List<Ending> endings, Function<Ending, Optional<AccountChange>> which, Origin origin) {
        List<Ending> concerned = endings.stream().filter(ending -> which.apply(ending).isPresent()).toList();
        List<Taken> taken = intake.take(concerned.stream().map(ending -> which.apply(ending).orElseThrow()).toList(), origin);
        Map<UUID, Taken> byAccount = new HashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            byAccount.put(concerned.get(i).account().id(), taken.get(i));
        }
        return byAccount;
    }

    /** What has ended has no end any more, so that it ends once, even when its task is given up. */
    private void writeEnds(List<Ending> endings) {
        List<Hold> holds = new ArrayList<>();
        Map<UUID, Instant> accountEnds = new HashMap<>();
        for (Ending ending : endings) {
            holds.addAll(ending.moved());
            ending.unbound().forEach(binding -> holds.add(new Hold(binding.accountId(), binding.permissionId(), null)));
            if (ending.ends() != null) {
                accountEnds.put(ending.account().id(), null);
            } else if (ending.accountMoved()) {
                accountEnds.put(ending.account().id(), ending.accountEnd());
            }
        }
        bindings.setEnd(holds);
        accounts.setEnds(accountEnds);
    }

    /** Also reasons for what is not there any more. */
    private void revoke(List<Ending> endings, Set<UUID> users) {
        Instant now = clock.instant();
        entitlements.revoke(Stream.concat(
                endings.stream().flatMap(ending -> ending.over().stream()),
                entitlements.of(users).values().stream().flatMap(List::stream).filter(reason -> reason.ended(now))).distinct().toList());
    }
}
