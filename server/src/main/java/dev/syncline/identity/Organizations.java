package dev.syncline.identity;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.id.Ids;
import dev.syncline.identity.OrganizationRepository.Uses;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organization tree. */
@Service
public class Organizations {

    private final OrganizationRepository repository;
    private final OrganizationChangeRepository changes;
    private final ObjectProvider<OrganizationReaction> reactions;
    private final Ids ids;
    private final Clock clock;

    Organizations(OrganizationRepository repository, OrganizationChangeRepository changes, ObjectProvider<OrganizationReaction> reactions,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.reactions = reactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their codes, those after the given one ("" for the first). */
    public List<Organization> page(String text, String afterCode, int limit) {
        return repository.page(text, afterCode, limit);
    }

    /** All of them, each after the one it is below. */
    public List<Organization> all() {
        return repository.all();
    }

    public Optional<Organization> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public Organization get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("organization", id));
    }

    public Map<UUID, Organization> findAll(Collection<UUID> ids) {
        return index(repository.byId(ids), Organization::id);
    }

    public Map<String, Organization> byCode(Collection<String> codes) {
        return index(repository.byCode(codes), Organization::code);
    }

    /** Those with one of these codes or names, whatever their case. A name may belong to several. */
    public List<Organization> named(Collection<String> codesOrNames) {
        return codesOrNames.isEmpty() ? List.of() : repository.named(codesOrNames);
    }

    /** The organization and everything below it; empty when there is none with this id. */
    public Set<UUID> withDescendants(UUID id) {
        return repository.withDescendants(id);
    }

    @Transactional
    public Organization create(String code, String name, @Nullable UUID parentId, Actor actor) {
        requireParent(parentId);
        Organization made = new Organization(ids.next(), code.strip(), name.strip(), parentId, 1);
        try {
            repository.insert(made, clock.instant());
        } catch (DuplicateKeyException e) {
            throw codeTaken(code);
        }
        tell(new OrganizationChange(null, made), actor);
        return made;
    }

    @Transactional
    public Organization update(UUID id, int version, String code, String name, @Nullable UUID parentId, Actor actor) {
        repository.lockTree();
        repository.lock(id);
        Organization before = get(id);
        requireParent(parentId);
        if (parentId != null && repository.withDescendants(id).contains(parentId)) {
            throw ProblemException.invalid("parentId", "An organization cannot be below itself; choose another parent.");
        }
        Organization after = written(new Organization(id, code.strip(), name.strip(), parentId, version));
        tell(new OrganizationChange(before, after), actor);
        return after;
    }

    private Organization written(Organization wanted) {
        try {
            return repository.update(wanted, clock.instant()).orElseThrow(() -> ETags.mismatch("The organization " + wanted.name()));
        } catch (DuplicateKeyException e) {
            throw codeTaken(wanted.code());
        }
    }

    @Transactional
    public void delete(UUID id, int version, Actor actor) {
        Organization organization = get(id);
        refuseWhenUsed(organization);
        tell(new OrganizationChange(organization, null), actor);
        try {
            if (!repository.delete(id, version)) {
                throw ETags.mismatch("The organization " + organization.name());
            }
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(STILL_IN_USE, "The organization " + organization.name() + " has just come into use.");
        }
    }

    private void tell(OrganizationChange change, Actor actor) {
        if (!change.changesNothing()) {
            changes.insert(ids.next(), change, actor, clock.instant());
        }
        reactions.orderedStream().forEach(reaction -> reaction.changed(List.of(change), actor));
    }

    private void refuseWhenUsed(Organization organization) {
        Uses uses = repository.uses(organization.id());
        if (uses.children() > 0) {
            throw new ProblemException(STILL_IN_USE, "The organization " + organization.name() + " has " + uses.children()
                    + " organization(s) below it; move or delete them first.");
        }
        if (uses.members() > 0) {
            throw new ProblemException(STILL_IN_USE, "The organization " + organization.name() + " has " + uses.members()
                    + " user(s); move them to another organization first.");
        }
        if (uses.leavers() > 0) {
            throw new ProblemException(STILL_IN_USE, "The organization " + organization.name() + " has " + uses.leavers()
                    + " deleted user(s) whose accounts are not gone yet; it can be deleted once they are.");
        }
    }

    private void requireParent(@Nullable UUID parentId) {
        if (parentId != null && find(parentId).isEmpty()) {
            throw ProblemException.invalid("parentId", "There is no organization with the id " + parentId + ".");
        }
    }

    private static ProblemException codeTaken(String code) {
        return new ProblemException(ALREADY_EXISTS, "There is already an organization with the code " + code.strip() + ".");
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
