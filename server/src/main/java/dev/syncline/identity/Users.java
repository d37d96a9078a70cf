package dev.syncline.identity;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people known to the platform. User names are unique whatever their case. Every change is kept with the values before and after,
 * and told to the {@link UserReaction}s in the same transaction.
 */
@Service
public class Users {

    /** Stands behind every id of one user name. */
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final UserRepository repository;
    private final Organizations organizations;
    private final UserChangeRepository changes;
    private final ObjectProvider<UserReaction> reactions;
    private final Ids ids;
    private final Clock clock;

    /** @param reactions looked up when needed: those who react know users themselves */
    Users(UserRepository repository, Organizations organizations, UserChangeRepository changes,
            ObjectProvider<UserReaction> reactions, Ids ids, Clock clock) {
        this.repository = repository;
        this.organizations = organizations;
        this.changes = changes;
        this.reactions = reactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their user names, those after the given one ("" for the first). */
    public List<User> page(UserFilter filter, String afterUserName, int limit) {
        return repository.page(filter, afterUserName, HIGHEST, limit);
    }

    /** The same for filters that can find several users of one name, which is deleted ones: those after this user. */
    public List<User> page(UserFilter filter, String afterUserName, UUID afterId, int limit) {
        return repository.page(filter, afterUserName, afterId, limit);
    }

    public long count(UserFilter filter) {
        return repository.count(filter);
    }

    public Optional<User> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public User get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("user", id));
    }

    public Map<UUID, User> findAll(Collection<UUID> ids) {
        return repository.byId(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
    }

    /** The enabled users this one is the manager of, in the order of their user names, those after the given one ("" for the first). */
    public List<User> managedBy(UUID managerId, String afterUserName, int limit) {
        return repository.managedBy(managerId, afterUserName, limit);
    }

    /** By user name in lower case. */
    public Map<String, User> byUserName(Collection<String> userNames) {
        return repository.byUserName(userNames).stream()
                .collect(Collectors.toMap(user -> user.userName().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** Who has this address, in whatever letters; several may share one. */
    public List<User> byEmail(String email) {
        return repository.byEmail(email);
    }

    /** What is wrong with the data by itself; whether the user name is free and the organization exists is found out when it is kept. */
    public List<FieldError> check(UserData data) {
        return UserRules.check(data);
    }

    @Transactional
    public User create(UserData data, Act act) {
        refuseBad(data);
        return createAll(List.of(data), act).stream().findFirst().orElseThrow(() -> nameTaken(data));
    }

    /** Joins the caller's transaction. Data must have been {@link #check}ed; those whose user name is taken are left out. */
    @Transactional
    public List<User> createAll(List<UserData> users, Act act) {
        if (users.isEmpty()) {
            return List.of();
        }
        Map<UUID, UserState> wanted = new LinkedHashMap<>();
        users.forEach(data -> wanted.put(ids.next(), new UserState(data, null)));
        return createAll(wanted, act);
    }

    /** The same, with ids the caller took from {@link Ids}. */
    @Transactional
    public List<User> createAll(Map<UUID, UserState> users, Act act) {
        List<User> made = repository.insert(List.copyOf(users.keySet()), List.copyOf(users.values()), clock.instant());
        tell(Map.of(), made, act);
        return made;
    }

    /** Joins the caller's transaction. Data must have been {@link #check}ed; who is gone or has it already is left out. */
    @Transactional
    public List<User> updateAll(Map<UUID, UserData> users, Act act) {
        Map<UUID, UserState> wanted = new LinkedHashMap<>();
        users.forEach((id, data) -> wanted.put(id, new UserState(data, null)));
        return changeAll(wanted, act);
    }

    /** Data and status in one change. Joins the caller's transaction; data must have been checked; who is deleted is left out, too. */
    @Transactional
    public List<User> changeAll(Map<UUID, UserState> users, Act act) {
        Map<UUID, User> before = index(repository.lock(users.keySet()));
        List<UUID> order = before.values().stream()
                .filter(user -> user.status() != User.Status.DELETED)
                .filter(user -> !Objects.requireNonNull(users.get(user.id()), "only these were locked").sameAs(user))
                .map(User::id)
                .toList();
        if (order.isEmpty()) {
            return List.of();
        }
        List<User> after = repository.update(order, order.stream().map(users::get).toList(), clock.instant());
        tell(before, after, act);
        return after;
    }

    @Transactional
    public User update(UUID id, int version, UserData data, Act act) {
        User user = lock(id, version);
        refuseBad(data);
        if (id.equals(data.managerId())) {
            throw ProblemException.invalid("managerId", "A user cannot be the manager of the same user; choose another one.");
        }
        try {
            return updateAll(Map.of(id, data), act).stream().findFirst().orElse(user);
        } catch (DuplicateKeyException e) {
            throw nameTaken(data);
        }
    }

    @Transactional
    public User setStatus(UUID id, User.Status status, Act act) {
        User user = lock(id);
        return setStatusAll(List.of(id), status, act).stream().findFirst().orElse(user);
    }

    /** Joins the caller's transaction. Who is gone, deleted, or has the status already is left out. */
    @Transactional
    public List<User> setStatusAll(Collection<UUID> userIds, User.Status status, Act act) {
        Map<UUID, User> before = index(repository.lock(userIds));
        List<UUID> others = before.values().stream()
                .filter(user -> user.status() != status && user.status() != User.Status.DELETED)
                .map(User::id)
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        List<User> after = repository.setStatus(others, status, clock.instant());
        tell(before, after, act);
        return after;
    }

    /** Deletes logically: the user is kept, unlisted, until no account belongs to it any more; see {@link #purge}. */
    @Transactional
    public void delete(UUID id, int version, Act act) {
        lock(id, version);
        setStatusAll(List.of(id), User.Status.DELETED, act);
    }

    /**
     * Locks users for the rest of the caller's transaction, in the order of their ids, before their lines and accounts are. Who changes
     * users in several steps calls this first. Answers those that are there, deleted ones too.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<User> lock(Collection<UUID> userIds) {
        return repository.lock(userIds);
    }

    /** Like {@link #lock}, but passes over those somebody else has locked. For work that several servers share. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<User> lockFree(Collection<UUID> userIds) {
        return repository.lockFree(userIds);
    }

    /** Locks everybody but deleted users who belongs directly to one of these organizations, like {@link #lock}; answers their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> lockMembers(Collection<UUID> organizationIds) {
        return repository.lockMembers(organizationIds);
    }

    /** Users that are deleted logically, in the order of their ids, those after the given one (null for the first). */
    public List<UUID> deleted(@Nullable UUID after, int limit) {
        return repository.deleted(after, limit);
    }

    /** Deletes those of the deleted users for good, and answers their ids. Nothing may refer to them any more. */
    @Transactional
    public List<UUID> purge(Collection<UUID> userIds) {
        return repository.purge(userIds);
    }

    /** What was changed about a user, newest first, before the change of the given id (null for the newest). Also for users long gone. */
    public List<KeptChange> history(UUID userId, @Nullable UUID before, int limit) {
        return changes.of(userId, before, limit);
    }

    /** Changes what groups users are in, which is a change of the users. Who is deleted is not told of. */
    void regroup(Collection<UUID> userIds, Runnable change, Act act) {
        Map<UUID, User> before = userIds.isEmpty() ? Map.of() : index(repository.lock(userIds));
        change.run();
        List<UUID> living = before.values().stream().filter(user -> user.status() != User.Status.DELETED).map(User::id).toList();
        if (!living.isEmpty()) {
            tell(before, repository.touch(living, clock.instant()), act);
        }
    }

    private void tell(Map<UUID, User> before, List<User> after, Act act) {
        if (after.isEmpty()) {
            return;
        }
        List<UserChange> made = after.stream().map(user -> new UserChange(ids.next(), before.get(user.id()), user)).toList();
        changes.insert(made, act.actor(), clock.instant());
        reactions.orderedStream().forEach(reaction -> reaction.changed(made, act));
    }

    private User lock(UUID id, int version) {
        User user = lock(id);
        ETags.match(version, user.version(), "The user " + user.displayName());
        return user;
    }

    private User lock(UUID id) {
        return repository.lock(List.of(id)).stream()
                .filter(user -> user.status() != User.Status.DELETED)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("user", id));
    }

    private static Map<UUID, User> index(List<User> users) {
        return users.stream().collect(Collectors.toMap(User::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private void refuseBad(UserData data) {
        List<FieldError> errors = check(data);
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
        if (data.organizationId() != null && organizations.find(data.organizationId()).isEmpty()) {
            throw ProblemException.invalid("organizationId", "There is no organization with the id " + data.organizationId() + ".");
        }
        if (data.managerId() != null && find(data.managerId()).isEmpty()) {
            throw ProblemException.invalid("managerId", "There is no user with the id " + data.managerId() + "; choose another manager.");
        }
    }

    private static ProblemException nameTaken(UserData data) {
        return new ProblemException(ALREADY_EXISTS, "There is already a user with the user name " + data.userName() + ".",
                List.of(new FieldError("userName", "The user name is taken; choose another.")));
    }
}
