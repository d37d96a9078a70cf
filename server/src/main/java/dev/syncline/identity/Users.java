package dev.syncline.identity;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people known to the platform. User names are unique whatever their case. */
@Service
public class Users {

    private final UserRepository repository;
    private final Organizations organizations;
    private final Ids ids;
    private final Clock clock;

    Users(UserRepository repository, Organizations organizations, Ids ids, Clock clock) {
        this.repository = repository;
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their user names, those after the given one ("" for the first). */
    public List<User> page(UserFilter filter, String afterUserName, int limit) {
        return repository.page(filter, afterUserName, limit);
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

    /** By user name in lower case. */
    public Map<String, User> byUserName(Collection<String> userNames) {
        return repository.byUserName(userNames).stream()
                .collect(Collectors.toMap(user -> user.userName().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** What is wrong with the data by itself; whether the user name is free and the organization exists is found out when it is kept. */
    public List<FieldError> check(UserData data) {
        return UserRules.check(data);
    }

    @Transactional
    public User create(UserData data) {
        refuseBad(data);
        return repository.insert(List.of(ids.next()), List.of(data), clock.instant()).stream()
                .findFirst()
                .orElseThrow(() -> nameTaken(data));
    }

    /** Joins the caller's transaction. Data must have been {@link #check}ed; those whose user name is taken are left out. */
    @Transactional
    public List<User> createAll(List<UserData> users) {
        return repository.insert(users.stream().map(_ -> ids.next()).toList(), users, clock.instant());
    }

    /** Joins the caller's transaction. Data must have been {@link #check}ed. */
    @Transactional
    public List<User> updateAll(Map<UUID, UserData> users) {
        List<UUID> order = List.copyOf(users.keySet());
        return repository.update(order, order.stream().map(users::get).toList(), clock.instant());
    }

    @Transactional
    public User update(UUID id, int version, UserData data) {
        User user = lock(id, version);
        refuseBad(data);
        if (data.sameAs(user)) {
            return user;
        }
        try {
            return repository.update(List.of(id), List.of(data), clock.instant()).getFirst();
        } catch (DuplicateKeyException e) {
            throw nameTaken(data);
        }
    }

    @Transactional
    public User setStatus(UUID id, User.Status status) {
        User user = lock(id);
        return user.status() == status ? user : repository.setStatus(id, status, clock.instant());
    }

    @Transactional
    public void delete(UUID id, int version) {
        User user = lock(id, version);
        try {
            repository.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(STILL_IN_USE,
                    "The user " + user.displayName() + " still has accounts; delete the accounts first.");
        }
    }

    private User lock(UUID id, int version) {
        User user = lock(id);
        ETags.match(version, user.version(), "The user " + user.displayName());
        return user;
    }

    private User lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> ProblemException.notFound("user", id));
    }

    private void refuseBad(UserData data) {
        List<FieldError> errors = check(data);
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
        if (data.organizationId() != null && organizations.find(data.organizationId()).isEmpty()) {
            throw ProblemException.invalid("organizationId", "There is no organization with the id " + data.organizationId() + ".");
        }
    }

    private static ProblemException nameTaken(UserData data) {
        return new ProblemException(ALREADY_EXISTS, "There is already a user with the user name " + data.userName() + ".",
                List.of(new FieldError("userName", "The user name is taken; choose another.")));
    }
}
