package dev.syncline.request;

import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.journal.Actor;
import dev.syncline.request.AccessRequest.Status;
import dev.syncline.request.RequestEvent.Kind;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody waits for people who are gone, and a user who is deleted asks for nothing any more. */
@Component
@Order(2)
class RequestLeavers implements UserReaction {

    private final RequestRepository requests;
    private final StepRepository steps;
    private final Asking asking;
    private final Decisions decisions;
    private final Timeline timeline;

    RequestLeavers(RequestRepository requests, StepRepository steps, Asking asking, Decisions decisions, Timeline timeline) {
        this.requests = requests;
        this.steps = steps;
        this.asking = asking;
        this.decisions = decisions;
        this.timeline = timeline;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UUID> deleted = changes.stream().filter(change -> change.became(User.Status.DELETED)).map(change -> change.after().id()).toList();
        if (!deleted.isEmpty()) {
            withdraw(deleted, act.actor());
        }
        List<UUID> gone = changes.stream()
                .filter(change -> change.became(User.Status.DISABLED) || change.became(User.Status.DELETED))
                .map(change -> change.after().id())
                .toList();
        if (!gone.isEmpty()) {
            waitForOthers(gone);
        }
    }

    private void withdraw(List<UUID> deleted, Actor actor) {
        List<UUID> ids = requests.waitingFor(deleted).stream().map(AccessRequest::id).toList();
        List<UUID> waiting = requests.lock(ids).stream()
                .filter(request -> request.status() == Status.WAITING).map(AccessRequest::id).toList();
        waiting.forEach(id -> timeline.add(id, Kind.WITHDRAWN, actor, "The user was deleted."));
        decisions.end(waiting, Status.WITHDRAWN, actor);
    }

    private void waitForOthers(List<UUID> gone) {
        List<UUID> affected = steps.asking(gone);
        if (affected.isEmpty()) {
            return;
        }
        List<AccessRequest> locked = requests.lock(affected);
        steps.gone(gone);
        locked.forEach(request -> steps.open(request.id()).ifPresent(step -> {
            timeline.asked(request.id(), Kind.APPROVER_GONE, step.position(), step.asked().stream()
                    .filter(asked -> asked.gone() && gone.contains(asked.person().id())).map(Step.Asked::person).toList());
            asking.replaceGone(request, step);
        }));
    }
}
