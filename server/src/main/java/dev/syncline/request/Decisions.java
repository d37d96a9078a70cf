package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.FORBIDDEN;
import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.AccessRequest.Status;
import dev.syncline.request.RequestEvent.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about requests. Everything happens with the user and then the request locked, so that no two decide at once. */
@Service
class Decisions {

    private final RequestRepository requests;
    private final StepRepository steps;
    private final Asking asking;
    private final Granting granting;
    private final Prolonging prolonging;
    private final Timeline timeline;
    private final Users users;
    private final Packages packages;
    private final Clock clock;

    Decisions(RequestRepository requests, StepRepository steps, Asking asking, Granting granting, Prolonging prolonging,
            Timeline timeline, Users users, Packages packages, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.asking = asking;
        this.granting = granting;
        this.prolonging = prolonging;
        this.timeline = timeline;
        this.users = users;
        this.packages = packages;
        this.clock = clock;
    }

    private record Locked(AccessRequest request, @Nullable User beneficiary) {}

    private Locked lockWaiting(UUID id) {
        UUID beneficiary = requests.find(id).orElseThrow(() -> ProblemException.notFound("access request", id)).beneficiary().id();
        User user = users.lock(List.of(beneficiary)).stream().findFirst().orElse(null);
        AccessRequest request = requests.lock(List.of(id)).getFirst();
        if (request.status() != Status.WAITING) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "Request " + request.number() + " was "
                    + request.status().name().toLowerCase(Locale.ROOT) + " by " + request.decidedBy() + " already.");
        }
        return new Locked(request, user);
    }

    @Transactional
    public void approve(UUID id, String comment, Actor actor) {
        Locked locked = lockWaiting(id);
        AccessRequest request = locked.request();
        Step step = decidable(request, actor);
        timeline.add(id, Kind.APPROVED, actor, step.position(), List.of(), comment);
        if (actor.kind() == Actor.Kind.USER) {
            steps.approved(id, step.position(), actor.id(), clock.instant());
        }
        if (step.toAdministrators() || step.enoughWith(actor.id())) {
            steps.decide(id, step.position(), Step.Status.APPROVED, clock.instant());
            Optional<Step> next = steps.next(id);
            next.ifPresentOrElse(one -> asking.begin(request, one.position(), one.rule()), () -> give(locked, actor));
        }
    }

    private void give(Locked locked, Actor approver) {
        AccessRequest request = locked.request();
        if (locked.beneficiary() == null || locked.beneficiary().status() != User.Status.ENABLED) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE,
                    request.beneficiary().name() + " is not enabled and cannot be given access. Enable the user first, or reject the request.");
        }
        if (request.packageId() != null && packages.find(request.packageId()).filter(PermissionPackage::canBeRequested).isEmpty()) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "The package " + request.subjectName()
                    + " was deactivated or deleted meanwhile. Reject the request, or have the package activated first.");
        }
        requests.decide(List.of(request.id()), Status.APPROVED, approver.name(), clock.instant());
        switch (request.kind()) {
            case GRANT -> {
                List<UUID> tasks = granting.grant(request, locked.beneficiary(), approver);
                if (!tasks.isEmpty()) {
                    requests.opened(request.id(), tasks);
                    timeline.add(request.id(), Kind.TASKS_OPENED, Actor.SYSTEM, null);
                }
            }
            case PROLONG -> prolonging.prolong(request, locked.beneficiary());
        }
    }

    @Transactional
    public void reject(UUID id, String comment, Actor actor) {
        AccessRequest request = lockWaiting(id).request();
        Step step = decidable(request, actor);
        if (comment == null || comment.isBlank()) {
            throw ProblemException.invalid("comment", "Say why it is rejected, so that the one who asked understands.");
        }
        timeline.add(id, Kind.REJECTED, actor, step.position(), List.of(), comment);
        steps.decide(id, step.position(), Step.Status.REJECTED, clock.instant());
        end(List.of(id), Status.REJECTED, actor);
    }

    /** By the one who asked, or whom it is for, as long as it waits. */
    @Transactional
    public void withdraw(UUID id, String comment, Actor actor) {
        AccessRequest request = lockWaiting(id).request();
        if (!request.concerns(actor.id())) {
            throw new ProblemException(FORBIDDEN, "Only " + request.requester().name() + " can withdraw request " + request.number() + ".");
        }
        timeline.add(id, Kind.WITHDRAWN, actor, comment);
        end(List.of(id), Status.WITHDRAWN, actor);
    }

    void end(List<UUID> ids, Status status, Actor actor) {
        steps.drop(ids);
        requests.decide(ids, status, actor.name(), clock.instant());
    }

    /** Whether this person or administrator may decide the open step now. */
    boolean mayDecide(AccessRequest request, Step step, Actor actor) {
        return switch (actor.kind()) {
            case USER -> !step.toAdministrators() && !request.concerns(actor.id()) && step.waitsFor(actor.id());
            case ADMINISTRATOR, API_TOKEN -> step.toAdministrators();
            case SYSTEM -> false;
        };
    }

    private Step decidable(AccessRequest request, Actor actor) {
        Step step = steps.open(request.id()).orElseThrow();
        if (mayDecide(request, step, actor)) {
            return step;
        }
        if (actor.kind() != Actor.Kind.USER) {
            throw new ProblemException(FORBIDDEN, "Request " + request.number() + " waits for "
                    + step.waitedFor().stream().map(Person::name).collect(Collectors.joining(", "))
                    + ". Administrators decide only what falls to them because there is nobody else to ask.");
        }
        throw new ProblemException(FORBIDDEN, request.concerns(actor.id())
                ? "Nobody can decide an own request; somebody else has to look at request " + request.number() + "."
                : "You are not asked to decide this request.");
    }
}
