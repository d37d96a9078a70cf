package dev.syncline.request;

import static dev.syncline.problem.ErrorCode.CONFLICT;
import static dev.syncline.problem.ErrorCode.FORBIDDEN;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;
import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.request.AccessRequest.Status;
import dev.syncline.request.RequestEvent.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what somebody asks for. Each application and each package gets a request of its own, with the approval that belongs to it, so
 * that one that is refused does not hold up the others. No task is written here.
 */
@Service
class Submission {

    private final Users users;
    private final Holdings.Reader holdings;
    private final Subjects subjects;
    private final PackageSubjects packages;
    private final ApprovalRules rules;
    private final RequestRepository requests;
    private final StepRepository steps;
    private final Asking asking;
    private final Timeline timeline;
    private final Ids ids;
    private final Clock clock;

    Submission(Users users, Holdings.Reader holdings, Subjects subjects, PackageSubjects packages, ApprovalRules rules,
            RequestRepository requests, StepRepository steps, Asking asking, Timeline timeline, Ids ids, Clock clock) {
        this.users = users;
        this.holdings = holdings;
        this.subjects = subjects;
        this.packages = packages;
        this.rules = rules;
        this.requests = requests;
        this.steps = steps;
        this.asking = asking;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public List<AccessRequest> submit(Wanted wanted, Actor actor) {
        checkEnd(wanted);
        Person requester = new Person(actor.someone(), actor.name());
        // Two submissions for one user come one after the other, so that the same thing is not asked for twice.
        User beneficiary = lockBeneficiary(wanted, requester);
        Holdings has = holdings.of(beneficiary);
        List<FieldError> errors = new ArrayList<>();
        List<Draft> drafts = drafts(wanted, has, (place, sentence) -> errors.add(new FieldError("items[" + place + "]", sentence)));
        if (!errors.isEmpty()) {
            throw new ProblemException(CONFLICT, errors.getFirst().message(), errors);
        }
        return drafts.stream().map(draft -> keep(request(wanted, requester, beneficiary, draft))).toList();
    }

    private List<Draft> drafts(Wanted wanted, Holdings has, BiConsumer<Integer, String> complain) {
        return switch (wanted.kind()) {
            case GRANT -> Stream.concat(
                    subjects.toGrant(wanted.items(), has, complain).values().stream().map(Draft::of),
                    packages.toGrant(wanted, has, complain).stream()).toList();
            case PROLONG -> subjects.toProlong(wanted.items(), wanted.endsAt(), has, complain).values().stream().map(Draft::of).toList();
        };
    }

    private void checkEnd(Wanted wanted) {
        if (wanted.durationDays() != null && wanted.endsAt() != null) {
            throw ProblemException.invalid("endsAt", "Give a duration or an end, not both.");
        }
        if (wanted.endsAt() != null && !wanted.endsAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("endsAt", "The end has to be in the future.");
        }
        if (wanted.kind() == AccessRequest.Kind.PROLONG && wanted.durationDays() == null && wanted.endsAt() == null) {
            throw new ProblemException(INVALID_INPUT, "Say until when it is needed.",
                    List.of(new FieldError("endsAt", "Give a duration or an end.")));
        }
    }

    private User lockBeneficiary(Wanted wanted, Person requester) {
        User beneficiary = users.lock(List.of(Objects.requireNonNullElse(wanted.forUserId(), requester.id()))).stream()
                .filter(user -> user.id().equals(requester.id()) || requester.id().equals(user.managerId()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(FORBIDDEN, "You can ask for yourself, and for people whose manager you are."));
        if (beneficiary.status() != User.Status.ENABLED) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, beneficiary.displayName() + " is not enabled and cannot be given access.");
        }
        return beneficiary;
    }

    private AccessRequest request(Wanted wanted, Person requester, User beneficiary, Draft draft) {
        return new AccessRequest(ids.next(), 0, wanted.kind(), requester, Person.of(beneficiary),
                draft.applicationId(), draft.packageId(), draft.name(), draft.items(), wanted.reason().strip(),
                wanted.durationDays(), wanted.endsAt(), Status.WAITING, clock.instant(), null, null);
    }

    private AccessRequest keep(AccessRequest wanted) {
        AccessRequest request = wanted.numbered(requests.insert(wanted));
        ApprovalRule rule = rules.holding(request.applicationId(), request.packageId());
        steps.copy(request.id(), rule.id());
        timeline.add(request.id(), Kind.SUBMITTED, new Actor(Actor.Kind.USER, request.requester().id(), request.requester().name()), null);
        asking.begin(request, 1, rule.steps().getFirst());
        return request;
    }
}
