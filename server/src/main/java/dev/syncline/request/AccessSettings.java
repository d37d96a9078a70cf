package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.request.AccessRule.AccountEnd;
import dev.syncline.request.AccessRule.LastPermission;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sets about access to one application, read and written as a whole. */
@Service
class AccessSettings {

    private final AccessRuleRepository repository;
    private final AccessRules rules;
    private final ApprovalRules approvals;
    private final Applications applications;
    private final Permissions permissions;
    private final Users users;
    private final Clock clock;

    AccessSettings(AccessRuleRepository repository, AccessRules rules, ApprovalRules approvals, Applications applications,
            Permissions permissions, Users users, Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.approvals = approvals;
        this.applications = applications;
        this.permissions = permissions;
        this.users = users;
        this.clock = clock;
    }

    /**
     * @param steps null when the usual approval rule holds
     * @param people the users that are named anywhere in it
     */
    record Settings(
            List<UUID> ownerIds,
            boolean accountRequestable,
            Set<UUID> requestablePermissionIds,
            @Nullable List<ApprovalStep> steps,
            LastPermission lastPermission,
            AccountEnd accountEnd,
            List<Person> people,
            int version) {}

    Settings get(UUID applicationId) {
        applications.get(applicationId);
        AccessRule rule = rules.of(applicationId);
        List<UUID> owners = repository.owners(List.of(applicationId));
        List<ApprovalStep> steps = approvals.own(applicationId, null).map(ApprovalRule::steps).orElse(null);
        Set<UUID> named = new TreeSet<>(owners);
        if (steps != null) {
            steps.forEach(step -> named.addAll(step.people()));
        }
        List<Person> people = users.findAll(named).values().stream().map(Person::of).sorted(Comparator.comparing(Person::name)).toList();
        return new Settings(owners, rule.accountRequestable(), new TreeSet<>(repository.requestableOf(applicationId)), steps,
                rule.lastPermission(), rule.accountEnd(), people, rule.version());
    }

    @Transactional
    public Settings save(UUID applicationId, int version, Settings wanted) {
        Application application = applications.get(applicationId);
        check(application, wanted);
        AccessRule rule = new AccessRule(
                applicationId, wanted.accountRequestable(), wanted.lastPermission(), wanted.accountEnd(), version);
        if (!repository.save(rule, clock.instant())) {
            throw ETags.mismatch("Access to " + application.name());
        }
        repository.setOwners(applicationId, wanted.ownerIds());
        repository.setRequestable(applicationId, wanted.requestablePermissionIds());
        approvals.saveOwn(applicationId, null, wanted.steps());
        return get(applicationId);
    }

    private void check(Application application, Settings wanted) {
        List<FieldError> errors = new ArrayList<>();
        Map<UUID, User> owners = users.findAll(wanted.ownerIds());
        wanted.ownerIds().stream().filter(id -> !owners.containsKey(id)).findFirst().ifPresent(id ->
                errors.add(new FieldError("ownerIds", "There is no user with the id " + id + "; choose another owner.")));
        Map<UUID, Permission> known = permissions.findAll(wanted.requestablePermissionIds());
        wanted.requestablePermissionIds().stream()
                .filter(id -> !known.containsKey(id) || !known.get(id).applicationId().equals(application.id()))
                .findFirst()
                .ifPresent(id -> errors.add(new FieldError("requestablePermissionIds",
                        "The application " + application.name() + " has no permission with the id " + id + ".")));
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
    }
}
