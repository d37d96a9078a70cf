package dev.syncline.account;

import dev.syncline.connector.Action;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts, and keeps what is wanted and what has become true of them. What changes joins the caller's transaction. */
@Service
public class Accounts {

    private final AccountRepository repository;
    private final EffectRepository effects;
    private final Bindings bindings;
    private final Clock clock;

    Accounts(AccountRepository repository, EffectRepository effects, Bindings bindings, Clock clock) {
        this.repository = repository;
        this.effects = effects;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** In the order in which they were made, those after the given one (null for the first). */
    public List<Account> page(AccountFilter filter, @Nullable UUID after, int limit) {
        return repository.page(filter, after, limit);
    }

    public Optional<Account> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public Account get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("account", id));
    }

    /** @throws ProblemException NOT_FOUND also when its application is not visible */
    public Account get(UUID id, Scope visible) {
        return find(id).filter(account -> visible.has(account.applicationId())).orElseThrow(() -> ProblemException.notFound("account", id));
    }

    public Map<UUID, Account> findAll(Collection<UUID> ids) {
        return index(repository.byId(ids));
    }

    /** The target's ids of accounts as they are now; accounts without one are missing. */
    public Map<UUID, String> remoteIds(Collection<UUID> accountIds) {
        return repository.remoteIds(accountIds);
    }

    /** The accounts these users have in an application, by user, oldest first. Users without one are missing. */
    public Map<UUID, List<Account>> ofUsers(@Nullable UUID applicationId, Collection<UUID> userIds) {
        return repository.ofUsers(applicationId, userIds).stream().collect(Collectors.groupingBy(Account::userId));
    }

    /** The accounts these users have in any application, by user, oldest first. Users without one are missing. */
    public Map<UUID, List<Account>> ofUsers(Collection<UUID> userIds) {
        return userIds.isEmpty() ? Map.of() : repository.ofUsers(userIds).stream().collect(Collectors.groupingBy(Account::userId));
    }

    /** Locks the accounts, in the order of their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Account> lock(Collection<UUID> ids) {
        return index(repository.lock(ids));
    }

    /** Keeps accounts that are wanted. Answers with the ids of those kept: the name of the others is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> request(List<RequestedAccount> accounts) {
        return accounts.isEmpty() ? Set.of() : repository.insert(accounts, clock.instant());
    }

    /**
     * Keeps accounts that are there in the target already: no task, nothing is wanted. Answers with the ids of those kept: the name of
     * the others is taken.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> keepFound(List<FoundAccount> accounts) {
        return accounts.isEmpty() ? Set.of() : repository.insertFound(accounts, clock.instant());
    }

    /** Writes what accounts were seen to be in their targets. Their lines are locked, and nothing of them is under way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void observe(List<ObservedAccount> observed) {
        if (!observed.isEmpty()) {
            effects.observe(observed, clock.instant());
        }
    }

    /** Keeps when accounts were last used; a time earlier than the known one is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void signedIn(Map<UUID, Instant> times) {
        if (!times.isEmpty()) {
            repository.signedIn(times);
        }
    }

    /** The accounts of an application that have one of these ids in the target. */
    public List<Account> withRemoteIds(UUID applicationId, Collection<String> remoteIds) {
        return remoteIds.isEmpty() ? List.of() : repository.withRemoteIds(applicationId, remoteIds);
    }

    /** The accounts that are known to be in organizations of these codes in an application, and those not yet known to be anywhere. */
    public List<Account> inside(UUID applicationId, Collection<String> organizationCodes) {
        return organizationCodes.isEmpty() ? List.of() : repository.inside(applicationId, organizationCodes);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void markDeleting(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            repository.markDeleting(ids, clock.instant());
        }
    }

    /** Says when accounts end by themselves; null for never. Their lines must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setEnds(Map<UUID, Instant> ends) {
        if (!ends.isEmpty()) {
            repository.setEnds(ends, clock.instant());
        }
    }

    /** Ids that end with an organization's id (a DN does) follow when that changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(UUID applicationId, @Nullable String before, @Nullable String after) {
        repository.moved(applicationId, before, after, clock.instant());
    }

    /** The accounts of an application that have one of these names, by name in lower case. */
    public Map<String, Account> named(UUID applicationId, Collection<String> names) {
        return repository.named(applicationId, names).stream()
                .collect(Collectors.toMap(account -> account.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** Writes what has become true, each account at most once. An account that is gone is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(List<Effect> all) {
        List<Effect> lasting = all.stream().filter(effect -> effect.action() != Action.DELETE).toList();
        List<UUID> deleted = all.stream().filter(effect -> effect.action() == Action.DELETE).map(Effect::accountId).toList();
        if (!lasting.isEmpty()) {
            effects.apply(lasting, clock.instant());
            Set<UUID> there = withPermissionsAndThere(lasting);
            bindings.held(pairs(lasting, there, Effect::bound));
            bindings.released(pairs(lasting, there, Effect::unbound));
        }
        if (!deleted.isEmpty()) {
            effects.delete(deleted);
        }
    }

    /** Most changes carry no permission at all, and then there is nothing to ask for. */
    private Set<UUID> withPermissionsAndThere(List<Effect> effects) {
        List<UUID> ids = effects.stream()
                .filter(effect -> !effect.bound().isEmpty() || !effect.unbound().isEmpty())
                .map(Effect::accountId)
                .toList();
        return ids.isEmpty() ? Set.of() : repository.byId(ids).stream().map(Account::id).collect(Collectors.toSet());
    }

    private static List<Hold> pairs(List<Effect> effects, Set<UUID> there, Function<Effect, List<UUID>> permissions) {
        return effects.stream()
                .filter(effect -> there.contains(effect.accountId()))
                .flatMap(effect -> permissions.apply(effect).stream().map(permission -> new Hold(effect.accountId(), permission)))
                .toList();
    }

    private static Map<UUID, Account> index(List<Account> accounts) {
        return accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }
}
