package dev.syncline.request;

import dev.syncline.request.RequestEvent.Kind;
import dev.syncline.request.Step.Asked.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks people: when a step begins, when time has run out, and when those who were asked are gone. */
@Component
class Asking {

    private final StepRepository steps;
    private final Approvers approvers;
    private final Timeline timeline;
    private final Clock clock;

    Asking(StepRepository steps, Approvers approvers, Timeline timeline, Clock clock) {
        this.steps = steps;
        this.approvers = approvers;
        this.timeline = timeline;
        this.clock = clock;
    }

    void begin(AccessRequest request, int position, ApprovalStep rule) {
        Instant now = clock.instant();
        List<Person> people = approvers.first(rule, request);
        Instant escalatesAt = people.isEmpty() || rule.escalateAfterHours() == null
                ? null
                : now.plus(Duration.ofHours(rule.escalateAfterHours()));
        steps.open(request.id(), position, people.isEmpty(), escalatesAt, now);
        steps.ask(request.id(), position, people, Role.FIRST, now);
        timeline.asked(request.id(), people.isEmpty() ? Kind.TO_ADMINISTRATORS : Kind.ASKED, position, people);
    }

    /** Once for each step: afterwards it has no such time any more. */
    void escalate(AccessRequest request, Step step) {
        steps.escalated(request.id(), step.position());
        standIn(request, step);
    }

    /** Where nobody is left who could decide. */
    void replaceGone(AccessRequest request, Step step) {
        if (!step.toAdministrators() && step.waitedFor().isEmpty()) {
            standIn(request, step);
        }
    }

    private void standIn(AccessRequest request, Step step) {
        List<Person> people = approvers.standIns(step.rule(), request).stream()
                .filter(person -> step.asked().stream().noneMatch(asked -> asked.person().id().equals(person.id())))
                .toList();
        if (people.isEmpty()) {
            steps.toAdministrators(request.id(), step.position());
            timeline.asked(request.id(), Kind.TO_ADMINISTRATORS, step.position(), people);
        } else {
            steps.ask(request.id(), step.position(), people, Role.STAND_IN, clock.instant());
            timeline.asked(request.id(), Kind.ESCALATED, step.position(), people);
        }
    }
}
