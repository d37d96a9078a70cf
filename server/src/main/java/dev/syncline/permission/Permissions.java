package dev.syncline.permission;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.application.Applications;
import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What accounts can hold. */
@Service
public class Permissions {

    private final PermissionRepository repository;
    private final Applications applications;
    private final Ids ids;
    private final Clock clock;

    Permissions(PermissionRepository repository, Applications applications, Ids ids, Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order in which they were made, those after the given one (null for the first). */
    public List<Permission> page(PermissionFilter filter, @Nullable UUID after, int limit) {
        return repository.page(filter, after, limit);
    }

    public Optional<Permission> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public Permission get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("permission", id));
    }

    public Map<UUID, Permission> findAll(Collection<UUID> ids) {
        return repository.byId(ids).stream().collect(Collectors.toMap(Permission::id, Function.identity()));
    }

    /** The permissions of an application by name; of several kinds with one name, all. */
    public Map<String, List<Permission>> byName(@Nullable UUID applicationId, Collection<String> names) {
        return repository.byName(applicationId, names).stream().collect(Collectors.groupingBy(Permission::name));
    }

    @Transactional
    Permission create(PermissionBody body) {
        if (applications.find(body.applicationId()).isEmpty()) {
            throw ProblemException.invalid("applicationId", "There is no application with the id " + body.applicationId() + ".");
        }
        Permission made = permission(ids.next(), 1, body);
        try {
            repository.insert(made, clock.instant());
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        return made;
    }

    @Transactional
    Permission update(UUID id, int version, PermissionBody body) {
        if (!get(id).applicationId().equals(body.applicationId())) {
            throw ProblemException.invalid("applicationId", "A permission cannot move to another application.");
        }
        try {
            if (!repository.update(permission(id, version, body), clock.instant())) {
                throw ETags.mismatch("The permission " + body.name().strip());
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        return get(id);
    }

    @Transactional
    void delete(UUID id, int version) {
        Permission permission = get(id);
        try {
            if (!repository.delete(id, version)) {
                throw ETags.mismatch("The permission " + permission.name());
            }
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(STILL_IN_USE,
                    "The permission " + permission.name() + " is held by accounts, or a package or a policy grants it; take it away there first.");
        }
    }

    private static Permission permission(UUID id, int version, PermissionBody body) {
        return new Permission(id, body.applicationId(), body.kind(), body.name().strip(), body.value().strip(), body.description(), version);
    }

    private static ProblemException nameTaken(PermissionBody body) {
        return new ProblemException(ALREADY_EXISTS,
                "The application already has a " + body.kind() + " called " + body.name().strip() + "; choose another name.");
    }
}
