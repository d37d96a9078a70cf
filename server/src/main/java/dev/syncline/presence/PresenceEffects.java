package dev.syncline.presence;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.task.Ledger;
import dev.syncline.task.Parameters;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What settled tasks change in organizations and groups of applications. A superseded task changes nothing: its successor carries it on. */
@Component
class PresenceEffects implements TaskEffects {

    private final Presences presences;
    private final PresenceRepository repository;
    private final Ledger ledger;
    private final Clock clock;

    PresenceEffects(Presences presences, PresenceRepository repository, Ledger ledger, Clock clock) {
        this.presences = presences;
        this.repository = repository;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void settled(List<Task> tasks) {
        List<Task> ours = tasks.stream().filter(task -> task.objectType() != ObjectType.ACCOUNT).toList();
        List<Task> done = ours.stream().filter(task -> task.status() == Status.SUCCEEDED || task.status() == Status.CONFIRMED).toList();
        if (!done.isEmpty()) {
            presences.apply(done.stream().map(PresenceEffects::effect).toList());
        }
        List<Task> cancelled = ours.stream().filter(task -> task.status() == Status.CANCELLED).toList();
        if (!cancelled.isEmpty()) {
            giveUp(cancelled);
        }
    }

    @Override
    public List<FollowUp> followUps(Task task) {
        if (task.objectType() == ObjectType.ACCOUNT) {
            return List.of();
        }
        String object = "The " + task.objectType().name().toLowerCase(Locale.ROOT) + " " + task.objectName();
        List<FollowUp> followUps = new ArrayList<>();
        switch (task.action()) {
            case CREATE -> followUps.add(new FollowUp(object + " is recorded as there in " + task.applicationName()
                    + "; what waits for it goes on.", false));
            case DELETE -> followUps.add(new FollowUp(object + " is recorded as gone from " + task.applicationName() + " for good.", true));
            case UPDATE, ENABLE, DISABLE -> {}
        }
        Parameters parameters = task.parameters();
        if (task.action() != Action.DELETE && !parameters.attributes().isEmpty()) {
            followUps.add(new FollowUp(object + " is recorded with the new values of "
                    + String.join(", ", parameters.attributes().keySet()) + ".", false));
        }
        return followUps;
    }

    private void giveUp(List<Task> cancelled) {
        List<UUID> deletions = cancelled.stream().filter(task -> task.action() == Action.DELETE).map(Task::objectId).distinct().toList();
        if (!deletions.isEmpty()) {
            repository.backToBefore(deletions, clock.instant());
        }
        List<UUID> all = cancelled.stream().map(Task::objectId).distinct().toList();
        List<UUID> busy = ledger.unsettled(all).stream().map(Task::objectId).toList();
        List<UUID> idle = all.stream().filter(id -> !busy.contains(id)).toList();
        if (!idle.isEmpty()) {
            repository.deleteRequested(idle);
        }
    }

    private static PresenceEffect effect(Task task) {
        Map<String, Object> known = new LinkedHashMap<>(task.parameters().attributes());
        known.values().removeIf(Parameters.SECRET::equals);
        return new PresenceEffect(task.objectId(), task.action(), task.parameters().name(), known, task.remoteId());
    }
}
