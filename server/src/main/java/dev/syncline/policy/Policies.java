package dev.syncline.policy;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;

import dev.syncline.entitlement.Entitlements;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.InvalidExpression;
import dev.syncline.policy.PolicyRun.Reason;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps policies and their versions. Every save that says something else is a new version; whatever changes what users are to have
 * begins a run over everybody in the same transaction.
 */
@Service
public class Policies {

    /**
     * What a reader is told of a policy that is the reason of something.
     *
     * @param number its newest version
     */
    public record Named(UUID id, String name, int number, boolean enabled) {}

    private final PolicyRepository repository;
    private final VersionRepository versions;
    private final GrantNames grantNames;
    private final Entitlements entitlements;
    private final Expressions expressions;
    private final Runs runs;
    private final Ids ids;
    private final Clock clock;

    Policies(PolicyRepository repository, VersionRepository versions, GrantNames grantNames, Entitlements entitlements,
            Expressions expressions, Runs runs, Ids ids, Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.grantNames = grantNames;
        this.entitlements = entitlements;
        this.expressions = expressions;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    /** By id, also policies that are deleted. */
    public Map<UUID, Named> named(Collection<UUID> policyIds) {
        return policyIds.isEmpty() ? Map.of() : repository.byId(policyIds).stream()
                .collect(Collectors.toMap(Policy::id, policy -> new Named(policy.id(), policy.name(), policy.number(), policy.enabled())));
    }

    List<Policy> page(PolicyFilter filter, String afterName, int limit) {
        return repository.page(filter, afterName, limit);
    }

    /** Also one that is deleted, so that what it decided can be followed back to it. */
    Policy get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("policy", id));
    }

    Optional<Policy> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    /** Newest first, those before the given number. */
    List<PolicyVersion> versions(UUID id, int before, int limit) {
        get(id);
        return versions.page(id, before, limit);
    }

    /** What is wrong with it is refused. */
    void check(PolicyContent content, boolean enabled) {
        try {
            expressions.compileCondition(content.condition());
        } catch (InvalidExpression e) {
            throw ProblemException.invalid("condition", "The condition is not valid: " + e.getMessage() + ".");
        }
        grantNames.refuseBad(content.grants(), enabled);
    }

    @Transactional
    Policy create(PolicyBody body, Actor actor) {
        PolicyContent content = body.content();
        boolean enabled = Boolean.TRUE.equals(body.enabled());
        check(content, enabled);
        Instant now = clock.instant();
        Policy made = new Policy(ids.next(), content, enabled, 1, 1, now, now, null);
        try {
            repository.insert(made, now);
        } catch (DuplicateKeyException e) {
            throw nameTaken(content);
        }
        keepVersion(made, actor);
        if (enabled) {
            runs.begin(made, Reason.SAVED, actor);
        }
        return get(made.id());
    }

    @Transactional
    Policy update(UUID id, int version, PolicyBody body, Actor actor) {
        Policy before = lock(id, version);
        PolicyContent content = body.content();
        boolean enabled = body.enabled() == null ? before.enabled() : body.enabled();
        check(content, enabled);
        boolean saysElse = !content.equals(before.content());
        if (!saysElse && enabled == before.enabled()) {
            return before;
        }
        Policy after = before.with(content, saysElse ? before.number() + 1 : before.number()).enabled(enabled);
        write(after);
        if (saysElse) {
            keepVersion(after, actor);
        }
        if (enabled != before.enabled() || enabled && !content.wantsTheSameAs(before.content())) {
            runs.begin(after, Reason.SAVED, actor);
        }
        return get(id);
    }

    /** One that is so already stays as it is. */
    @Transactional
    Policy setEnabled(UUID id, boolean enabled, Actor actor) {
        Policy before = lock(id);
        if (before.enabled() == enabled) {
            return before;
        }
        check(before.content(), enabled);
        Policy after = before.enabled(enabled);
        write(after);
        runs.begin(after, enabled ? Reason.ENABLED : Reason.DISABLED, actor);
        return get(id);
    }

    /** What only it justified is taken away, as it says for users who leave its scope. */
    @Transactional
    void delete(UUID id, int version, Actor actor) {
        Policy policy = lock(id, version);
        repository.delete(id, clock.instant());
        if (policy.enabled() || !entitlements.because(id, 1).isEmpty()) {
            runs.begin(policy.enabled(false), Reason.DELETED, actor);
        }
    }

    @Transactional
    PolicyRun run(UUID id, Actor actor) {
        return runs.begin(lock(id), Reason.BY_HAND, actor);
    }

    private Policy lock(UUID id, int version) {
        Policy policy = lock(id);
        ETags.match(version, policy.version(), "The policy " + policy.name());
        return policy;
    }

    private Policy lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> ProblemException.notFound("policy", id));
    }

    private void write(Policy policy) {
        try {
            repository.update(policy, clock.instant());
        } catch (DuplicateKeyException e) {
            throw nameTaken(policy.content());
        }
    }

    private void keepVersion(Policy policy, Actor actor) {
        PolicyContent content = policy.content();
        var names = grantNames.of(content.grants());
        versions.insert(new PolicyVersion(policy.id(), policy.number(),
                new PolicyVersion.Content(content.name(), content.description(), content.condition(), content.onLeaving(),
                        content.grants().stream().map(names::get).toList()),
                actor, clock.instant()));
    }

    private static ProblemException nameTaken(PolicyContent content) {
        return new ProblemException(ALREADY_EXISTS, "There is already a policy called " + content.name() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
