package dev.syncline.presence;

import dev.syncline.account.Accounts;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.presence.Presence.Key;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds organizations and groups in applications, and keeps what is wanted and what has become true of them. */
@Service
public class Presences {

    private final PresenceRepository repository;
    private final SwitchRepository switches;
    private final Accounts accounts;
    private final Clock clock;

    Presences(PresenceRepository repository, SwitchRepository switches, Accounts accounts, Clock clock) {
        this.repository = repository;
        this.switches = switches;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The applications that are told of such objects, and go on being told, or not, until the caller's transaction ends: who switches
     * waits for it, and then finds what it made.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> applicationsTold(ObjectType objectType) {
        switches.lockShared();
        return switches.applications(objectType);
    }

    /** The same without holding anybody up: for what may follow a moment later. */
    public Set<UUID> applicationsToldNow(ObjectType objectType) {
        return switches.applications(objectType);
    }

    /**
     * Said before the members of groups are read that are to be written down: one transaction at a time, or one that has read them earlier
     * could write them later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockMembers() {
        switches.lockMembers();
    }

    /** What an application is told of besides accounts. */
    public Set<ObjectType> toldOf(UUID applicationId) {
        return switches.of(applicationId);
    }

    /** Waits for every transaction that has asked {@link #applicationsTold}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void switchTo(UUID applicationId, ObjectType objectType, boolean on) {
        switches.lock();
        if (on) {
            switches.on(applicationId, objectType, clock.instant());
        } else {
            switches.off(applicationId, objectType);
        }
    }

    /** In the order in which they were made, those after the given one (null for the first). */
    public List<Presence> page(UUID applicationId, ObjectType objectType, Presence.Status status, String text, @Nullable UUID after, int limit) {
        return repository.page(applicationId, objectType, status, text, after, limit);
    }

    /** Objects an application does not have are missing. */
    public Map<Key, Presence> findAll(Collection<Key> keys) {
        return keys.isEmpty()
                ? Map.of()
                : repository.byKey(Set.copyOf(keys)).stream().collect(Collectors.toMap(Presence::key, Function.identity()));
    }

    public List<Presence> named(UUID applicationId, ObjectType objectType, String code) {
        return repository.byCode(applicationId, objectType, code);
    }

    /** The organizations right below those of these codes, and those that leave before they were known to be anywhere. */
    public List<Presence> below(UUID applicationId, Collection<String> codes) {
        return codes.isEmpty() ? List.of() : repository.below(applicationId, codes);
    }

    public List<Presence> all(UUID applicationId, ObjectType objectType) {
        return repository.all(applicationId, objectType);
    }

    /** The target's ids as they are now; those without one are missing. */
    public Map<UUID, String> remoteIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : repository.remoteIds(ids);
    }

    /** Locks them, in the order of their ids. Their lines are locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Key, Presence> lock(Collection<UUID> ids) {
        return repository.lock(ids).stream().collect(Collectors.toMap(Presence::key, Function.identity()));
    }

    /** Keeps what is wanted. Answers with the ids of those kept: the others are there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> request(List<Presence> wanted) {
        return wanted.isEmpty() ? Set.of() : repository.insert(wanted, clock.instant());
    }

    /**
     * Keeps what is there in the target already: no task, nothing is wanted. Answers with the ids of the organizations or groups that were
     * kept: the others have another presence there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> keepFound(List<Presence> found) {
        return found.isEmpty() ? Set.of() : repository.insertFound(found, clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void markDeleting(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            repository.markDeleting(ids, clock.instant());
        }
    }

    /** Gives them other codes at once: a code is ours, no target has to take it first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recode(Map<UUID, String> codes) {
        if (!codes.isEmpty()) {
            repository.recode(codes, clock.instant());
        }
    }

    /** Writes what has become true, each presence at most once. One that is gone is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(List<PresenceEffect> all) {
        List<PresenceEffect> lasting = all.stream().filter(effect -> effect.action() != Action.DELETE).toList();
        List<UUID> deleted = all.stream().filter(effect -> effect.action() == Action.DELETE).map(PresenceEffect::presenceId).toList();
        if (!lasting.isEmpty()) {
            Map<UUID, Presence> before = repository.lock(lasting.stream().map(PresenceEffect::presenceId).toList()).stream()
                    .collect(Collectors.toMap(Presence::id, Function.identity()));
            repository.apply(lasting, clock.instant());
            for (PresenceEffect effect : lasting) {
                Presence known = before.get(effect.presenceId());
                if (known != null) {
                    moveWhatIsIn(known, effect.remoteId());
                }
            }
        }
        if (!deleted.isEmpty()) {
            repository.delete(deleted);
        }
    }

    /** Where an object's id contains that of the organization it is in, as a DN does, a renamed organization renames them all. */
    private void moveWhatIsIn(Presence before, @Nullable String remoteId) {
        boolean moved = before.objectType() == ObjectType.ORGANIZATION && before.remoteId() != null && remoteId != null
                && !remoteId.equals(before.remoteId());
        if (moved) {
            repository.moved(before.applicationId(), before.remoteId(), remoteId, clock.instant());
            accounts.moved(before.applicationId(), before.remoteId(), remoteId);
        }
    }
}
