package dev.syncline.permissionpackage;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and keeps permission packages. Names are unique whatever their case. */
@Service
public class Packages {

    /** A package after a change, and what the change did to others. */
    record Changed(PermissionPackage saved, List<Consequence> consequences) {}

    private final PackageRepository repository;
    private final PackageItems items;
    private final ObjectProvider<PackageUse> uses;
    private final Ids ids;
    private final Clock clock;

    /** @param uses looked up when needed: those who use packages know packages themselves */
    Packages(PackageRepository repository, PackageItems items, ObjectProvider<PackageUse> uses, Ids ids, Clock clock) {
        this.repository = repository;
        this.items = items;
        this.uses = uses;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their names, those after the given one ("" for the first). */
    public List<PermissionPackage> page(PackageFilter filter, String afterName, int limit) {
        return repository.page(filter, afterName, limit);
    }

    /** What users can ask for now, in the order of the names, those after the given one ("" for the first). */
    public List<PermissionPackage> requestable(@Nullable String text, String afterName, int limit) {
        return repository.page(new PackageFilter(text, true, true, null, null), afterName, limit);
    }

    public Optional<PermissionPackage> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public PermissionPackage get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("package", id));
    }

    /** Those that are not there any more are missing. */
    public Map<UUID, PermissionPackage> findAll(Collection<UUID> packageIds) {
        return packageIds.isEmpty() ? Map.of() : repository.byId(packageIds).stream()
                .collect(Collectors.toMap(PermissionPackage::id, Function.identity()));
    }

    @Transactional
    PermissionPackage create(PackageBody body) {
        PermissionPackage made = body.packageOf(ids.next(), 1);
        items.refuseUnknown(made.items());
        try {
            repository.insert(made, clock.instant());
        } catch (DuplicateKeyException e) {
            throw nameTaken(made);
        }
        return made;
    }

    /** What the change would do to others. Changes nothing. */
    @Transactional(readOnly = true)
    List<Consequence> preview(UUID id, PackageBody body) {
        PermissionPackage before = get(id);
        PermissionPackage after = body.packageOf(id, before.version());
        return uses.orderedStream().flatMap(use -> use.consequences(before, after).stream()).toList();
    }

    @Transactional
    Changed update(UUID id, int version, PackageBody body, Actor actor) {
        PermissionPackage before = lock(id, version);
        PermissionPackage after = body.packageOf(id, version + 1);
        items.refuseUnknown(after.items());
        try {
            repository.update(after, clock.instant());
        } catch (DuplicateKeyException e) {
            throw nameTaken(after);
        }
        return new Changed(after, uses.orderedStream().flatMap(use -> use.changed(before, after, actor).stream()).toList());
    }

    @Transactional
    void delete(UUID id, int version) {
        PermissionPackage before = lock(id, version);
        List<Consequence> reasons = uses.orderedStream().flatMap(use -> use.consequences(before, null).stream()).toList();
        if (!reasons.isEmpty()) {
            throw new ProblemException(STILL_IN_USE, "The package " + before.name() + " is used by "
                    + reasons.stream().map(Consequence::name).limit(5).collect(Collectors.joining(", "))
                    + (reasons.size() > 5 ? " and " + (reasons.size() - 5) + " more" : "")
                    + "; take it out there first, or deactivate it.");
        }
        repository.delete(id);
    }

    private PermissionPackage lock(UUID id, int version) {
        PermissionPackage found = repository.lock(id).orElseThrow(() -> ProblemException.notFound("package", id));
        ETags.match(version, found.version(), "The package " + found.name());
        return found;
    }

    private static ProblemException nameTaken(PermissionPackage wanted) {
        return new ProblemException(ALREADY_EXISTS, "There is already a package called " + wanted.name() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
