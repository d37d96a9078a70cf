package dev.syncline.intake;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presence.Key;
import dev.syncline.presence.PresenceEffect;
import dev.syncline.presence.Presences;
import dev.syncline.task.Ledger;
import dev.syncline.task.NewTask;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for organizations and groups, as {@link Intake} is for accounts: what is asked for is kept as wanted, and a task is opened to
 * make it true in the target. Without data synchronization the effect comes at once and no task is written.
 *
 * <p>What is below an organization waits for it to be there, and an organization's deletion for all that leave it.
 */
@Service
public class ObjectIntake {

    private final ObjectPlanner planner;
    private final Applications applications;
    private final Presences presences;
    private final Leavers leavers;
    private final Ledger ledger;

    ObjectIntake(ObjectPlanner planner, Applications applications, Presences presences, Leavers leavers, Ledger ledger) {
        this.planner = planner;
        this.applications = applications;
        this.presences = presences;
        this.leavers = leavers;
        this.ledger = ledger;
    }

    /**
     * Takes changes in the caller's transaction. An object may occur once for each application; an organization comes after the one it is
     * below, so a tree is taken level by level.
     *
     * @return how many tasks were opened
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int take(List<ObjectChange> changes, Origin origin) {
        int opened = 0;
        for (List<ObjectChange> level : levels(changes)) {
            opened += takeLevel(level, origin);
        }
        return opened;
    }

    /** No change of a level is about something that is in an object of the same level. */
    private static List<List<ObjectChange>> levels(List<ObjectChange> changes) {
        List<List<ObjectChange>> levels = new ArrayList<>();
        Map<Key, Integer> levelOf = new HashMap<>();
        for (ObjectChange change : changes) {
            UUID parent = change.wanted() == null ? null : change.wanted().parentId();
            int level = levelOf.getOrDefault(new Key(change.applicationId(), ObjectType.ORGANIZATION, parent), -1) + 1;
            levelOf.put(key(change), level);
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(change);
        }
        return levels;
    }

    private int takeLevel(List<ObjectChange> changes, Origin origin) {
        Map<UUID, Application> involved = applications.findAll(changes.stream().map(ObjectChange::applicationId).collect(Collectors.toSet()));
        Map<Key, Presence> there = locked(changes);
        Map<UUID, List<Task>> unsettled = unsettled(there.values());
        List<ObjectPlan> plans = new ArrayList<>();
        for (ObjectChange change : changes) {
            Application application = involved.get(change.applicationId());
            Presence presence = there.get(key(change));
            List<Task> theirs = presence == null ? List.of() : unsettled.getOrDefault(presence.id(), List.of());
            // One that is deleted at the same moment need not be told any more.
            if (application != null) {
                planner.plan(change, application, presence, theirs, origin).ifPresent(plans::add);
            }
        }
        recode(changes, there);
        return carryOut(plans);
    }

    private Map<Key, Presence> locked(List<ObjectChange> changes) {
        List<UUID> known = presences.findAll(changes.stream().map(ObjectIntake::key).toList()).values().stream().map(Presence::id).toList();
        // The lines first: tasks that settle meanwhile lock in the same order.
        ledger.lock(known);
        return presences.lock(known);
    }

    private void recode(List<ObjectChange> changes, Map<Key, Presence> there) {
        Map<UUID, String> codes = new HashMap<>();
        for (ObjectChange change : changes) {
            Presence presence = there.get(key(change));
            if (presence != null && change.wanted() != null && !presence.code().equals(change.wanted().code())) {
                codes.put(presence.id(), change.wanted().code());
            }
        }
        presences.recode(codes);
    }

    private int carryOut(List<ObjectPlan> plans) {
        Set<UUID> kept = presences.request(plans.stream().filter(ObjectPlan::isNew).map(ObjectPlan::presence).toList());
        List<ObjectPlan> doings = plans.stream().filter(plan -> !plan.isNew() || kept.contains(plan.presence().id())).toList();
        List<ObjectPlan> sent = doings.stream().filter(plan -> plan.application().dataSynchronization()).toList();
        presences.markDeleting(sent.stream().filter(plan -> plan.action() == Action.DELETE).map(plan -> plan.presence().id()).toList());
        Map<UUID, List<UUID>> waits = waits(sent);
        ledger.open(sent.stream().map(plan -> task(plan, waits.getOrDefault(plan.presence().id(), List.of()))).toList());
        presences.apply(doings.stream().filter(plan -> !plan.application().dataSynchronization()).map(ObjectIntake::effect).toList());
        return sent.size();
    }

    /** By presence: the tasks it has to wait for. */
    private Map<UUID, List<UUID>> waits(List<ObjectPlan> plans) {
        Map<UUID, List<UUID>> waits = new HashMap<>();
        Map<Key, Presence> parents = presences.findAll(plans.stream().filter(plan -> plan.parentId() != null).map(ObjectIntake::parent).toList());
        Map<UUID, List<Task>> unsettled = unsettled(parents.values());
        for (ObjectPlan plan : plans) {
            Presence parent = plan.parentId() == null ? null : parents.get(parent(plan));
            if (parent != null) {
                waits.put(plan.presence().id(), unsettled.getOrDefault(parent.id(), List.of()).stream()
                        .filter(task -> task.action() == Action.CREATE).map(Task::id).toList());
            }
        }
        waits.putAll(leftBehind(plans));
        return waits;
    }

    private Map<UUID, List<UUID>> leftBehind(List<ObjectPlan> plans) {
        Map<UUID, List<UUID>> waits = new HashMap<>();
        plans.stream()
                .filter(plan -> plan.action() == Action.DELETE && plan.presence().objectType() == ObjectType.ORGANIZATION)
                .collect(Collectors.groupingBy(plan -> plan.application().id()))
                .forEach((application, leaving) -> waits.putAll(
                        leavers.of(application, leaving.stream().map(ObjectPlan::presence).toList())));
        return waits;
    }

    /** By presence: its unsettled tasks in the order of their turns. */
    private Map<UUID, List<Task>> unsettled(Collection<Presence> some) {
        return some.isEmpty() ? Map.of() : ledger.unsettled(some.stream().map(Presence::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(Task::objectId));
    }

    private static NewTask task(ObjectPlan plan, List<UUID> waitsFor) {
        Origin origin = plan.origin();
        Presence presence = plan.presence();
        return new NewTask(plan.application().id(), plan.application().name(), presence.objectType(), presence.id(), presence.name(), null,
                null, plan.action(), origin.source(), plan.parameters(), plan.secrets(), presence.remoteId(), origin.priority(),
                origin.actor(), origin.cause(), origin.batchId(), plan.invalid(), waitsFor);
    }

    private static PresenceEffect effect(ObjectPlan plan) {
        Map<String, Object> known = new HashMap<>(plan.parameters().attributes());
        known.keySet().removeAll(plan.secrets().keySet());
        return new PresenceEffect(plan.presence().id(), plan.action(), plan.parameters().name(), known, null);
    }

    private static Key key(ObjectChange change) {
        return new Key(change.applicationId(), change.objectType(), change.objectId());
    }

    private static Key parent(ObjectPlan plan) {
        return new Key(plan.application().id(), ObjectType.ORGANIZATION, plan.parentId());
    }
}
