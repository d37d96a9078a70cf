package dev.syncline.governance;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps account policies and compliance rules. */
@Service
class Checks {

    private final CheckRepository repository;
    private final CheckRules rules;
    private final CheckRunRepository runs;
    private final FindingRepository findings;
    private final Ids ids;
    private final Clock clock;

    Checks(CheckRepository repository, CheckRules rules, CheckRunRepository runs, FindingRepository findings, Ids ids, Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.runs = runs;
        this.findings = findings;
        this.ids = ids;
        this.clock = clock;
    }

    List<Check> page(Family family, UUID applicationId, String afterName, int limit) {
        return repository.page(family, applicationId, afterName, limit);
    }

    Check get(Family family, UUID id) {
        return repository.find(family, id).orElseThrow(() -> ProblemException.notFound(family.label(), id));
    }

    @Transactional
    public Check create(Family family, CheckBody body) {
        Instant now = clock.instant();
        Check check = check(ids.next(), family, body, 1, now, now);
        try {
            repository.insert(check);
        } catch (DuplicateKeyException e) {
            throw nameTaken(family, body);
        }
        return check;
    }

    @Transactional
    public Check update(Family family, UUID id, int version, CheckBody body) {
        Check before = get(family, id);
        if (before.applicationId() != null && body.applicationId() != null && !before.applicationId().equals(body.applicationId())) {
            throw ProblemException.invalid("applicationId", "An account policy stays with its application; make another one there.");
        }
        if (before.definition().getClass() != (body.definition() == null ? null : body.definition().getClass())) {
            throw ProblemException.invalid("definition.kind", "What it looks for cannot become something else; make another one.");
        }
        Check check = check(id, family, body, version, before.createdAt(), clock.instant());
        try {
            if (!repository.update(check)) {
                throw ETags.mismatch("The " + family.label() + " " + before.name());
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken(family, body);
        }
        return get(family, id);
    }

    /** What it found stays on record, and waits for nobody any more. */
    @Transactional
    public void delete(Family family, UUID id, int version) {
        Check check = get(family, id);
        boolean busy = runs.latest(List.of(id)).stream().anyMatch(run -> run.endedAt() == null);
        if (busy) {
            throw new ProblemException(STILL_IN_USE, "A " + family.run() + " of " + check.name() + " is under way, or waits for a person; cancel it first.");
        }
        if (!repository.delete(id, version)) {
            throw ETags.mismatch("The " + family.label() + " " + check.name());
        }
        findings.resolveAll(id, "The " + family.label() + " was deleted.", clock.instant());
    }

    private Check check(UUID id, Family family, CheckBody body, int version, @Nullable Instant createdAt, Instant now) {
        Definition definition = rules.checked(family, body);
        return new Check(id, family, body.applicationId(), body.name().strip(), body.isEnabled(), definition, body.action(), body.schedule(),
                body.limitsOrUsual(), body.schedule() == null || !body.isEnabled() ? null : body.schedule().next(now), version, createdAt, now);
    }

    private static ProblemException nameTaken(Family family, CheckBody body) {
        return new ProblemException(ALREADY_EXISTS, "There is already one " + family.label() + " called " + body.name().strip() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
