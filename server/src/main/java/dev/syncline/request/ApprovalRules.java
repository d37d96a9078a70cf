package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who approves what: a rule for everything, and others for single applications and packages. */
@Service
class ApprovalRules {

    private static final int MOST_STEPS = 10;
    private static final int MOST_PEOPLE = 50;
    private static final int LONGEST_HOURS = 8760;

    private final ApprovalRuleRepository repository;
    private final Users users;
    private final Ids ids;
    private final Clock clock;

    ApprovalRules(ApprovalRuleRepository repository, Users users, Ids ids, Clock clock) {
        this.repository = repository;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /** The rule of everything that has none of its own. */
    ApprovalRule usual() {
        return repository.find(null, null).orElseThrow();
    }

    /** Empty when the usual rule holds. */
    Optional<ApprovalRule> own(@Nullable UUID applicationId, @Nullable UUID packageId) {
        return repository.find(applicationId, packageId);
    }

    /** The rule that holds for a request about an application or a package. */
    ApprovalRule holding(@Nullable UUID applicationId, @Nullable UUID packageId) {
        return own(applicationId, packageId).orElseGet(this::usual);
    }

    @Transactional
    public ApprovalRule saveUsual(int version, List<ApprovalStep> steps) {
        check(steps);
        save(new ApprovalRule(usual().id(), null, null, steps, version));
        return usual();
    }

    /** @param steps null to let the usual rule hold */
    @Transactional
    public void saveOwn(@Nullable UUID applicationId, @Nullable UUID packageId, @Nullable List<ApprovalStep> steps) {
        Optional<ApprovalRule> own = own(applicationId, packageId);
        if (steps == null) {
            own.ifPresent(rule -> repository.delete(rule.id()));
            return;
        }
        check(steps);
        save(new ApprovalRule(own.map(ApprovalRule::id).orElseGet(ids::next), applicationId, packageId, steps,
                own.map(ApprovalRule::version).orElse(0)));
    }

    @Transactional
    public void saveOwn(PermissionPackage of, int version, @Nullable List<ApprovalStep> steps) {
        ETags.match(version, own(null, of.id()).map(ApprovalRule::version).orElse(0), "The approval rule of " + of.name());
        saveOwn(null, of.id(), steps);
    }

    private void save(ApprovalRule rule) {
        if (!repository.save(rule, clock.instant())) {
            throw ETags.mismatch("The approval rule");
        }
    }

    private void check(List<ApprovalStep> steps) {
        List<FieldError> errors = new ArrayList<>();
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            errors.add(new FieldError("steps", "An approval has 1 to " + MOST_STEPS + " steps."));
        }
        if (steps.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("steps", "Each step says who approves; null is none.");
        }
        Map<UUID, User> known = users.findAll(steps.stream().flatMap(step -> step.people().stream()).collect(Collectors.toSet()));
        for (int i = 0; i < steps.size(); i++) {
            check("steps[" + i + "]", steps.get(i), known.keySet(), errors);
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
    }

    private static void check(String where, ApprovalStep step, Set<UUID> known, List<FieldError> errors) {
        if (step.approvers() == null) {
            errors.add(new FieldError(where + ".approvers", "Say who approves: MANAGER, OWNER or NAMED."));
            return;
        }
        if ((step.approvers() == ApprovalStep.Approvers.NAMED) == step.named().isEmpty()) {
            errors.add(new FieldError(where + ".named", step.named().isEmpty()
                    ? "Name at least one user who approves."
                    : "Only a step whose approvers are NAMED can name users."));
        }
        if ((step.escalateAfterHours() == null) != (step.escalateTo() == null)) {
            errors.add(new FieldError(where + ".escalateTo", "Say both after how many hours others are asked, and whom; or neither."));
        }
        if (step.escalateAfterHours() != null && (step.escalateAfterHours() < 1 || step.escalateAfterHours() > LONGEST_HOURS)) {
            errors.add(new FieldError(where + ".escalateAfterHours", "Others can be asked after 1 to " + LONGEST_HOURS + " hours."));
        }
        if (step.escalateTo() == ApprovalStep.Escalation.FALLBACK && step.fallback().isEmpty()) {
            errors.add(new FieldError(where + ".fallback", "Name the users to ask when time has run out."));
        }
        if (step.people().size() > MOST_PEOPLE) {
            errors.add(new FieldError(where, "A step can name at most " + MOST_PEOPLE + " users."));
        }
        step.people().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id ->
                errors.add(new FieldError(where, "There is no user with the id " + id + "; name another one.")));
    }
}
