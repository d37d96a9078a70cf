package dev.syncline.structure;

import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Group;
import dev.syncline.identity.Groups;
import dev.syncline.intake.ObjectIntake;
import dev.syncline.intake.Origin;
import dev.syncline.presence.Presences;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An account that is there now belongs into the groups of its user, and one that is gone no longer does. Noted with the settled task and
 * done a moment later, because settling must not lock the lines of groups too. What follows has the reason of the account's task.
 */
@Component
class GroupsFollowAccounts implements TaskEffects, LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(GroupsFollowAccounts.class);
    private static final int SET = 200;

    private final RefreshRepository repository;
    private final Presences presences;
    private final Groups groups;
    private final Wanting wanting;
    private final ObjectIntake intake;
    private final Ledger ledger;
    private final Workers workers;
    private final TransactionTemplate transactions;
    private final AtomicBoolean atWork = new AtomicBoolean();

    GroupsFollowAccounts(RefreshRepository repository, Presences presences, Groups groups, Wanting wanting, ObjectIntake intake, Ledger ledger,
            Workers workers, TransactionTemplate transactions) {
        this.repository = repository;
        this.presences = presences;
        this.groups = groups;
        this.wanting = wanting;
        this.intake = intake;
        this.ledger = ledger;
        this.workers = workers;
        this.transactions = transactions;
    }

    @Override
    public void settled(List<Task> tasks) {
        List<Task> moved = tasks.stream().filter(GroupsFollowAccounts::movesAnAccount).toList();
        if (moved.isEmpty()) {
            return;
        }
        Set<UUID> told = presences.applicationsToldNow(ObjectType.GROUP);
        List<Task> noted = moved.stream().filter(task -> told.contains(task.applicationId())).toList();
        if (!noted.isEmpty()) {
            repository.insert(noted);
        }
    }

    @Override
    public List<FollowUp> followUps(Task task) {
        return List.of();
    }

    @Override
    public void takeOver() {
        if (atWork.compareAndSet(false, true)) {
            workers.submit(this::work);
        }
    }

    @Override
    public void giveBack() {}

    private void work() {
        try {
            while (transactions.execute(status -> once()) == SET) {}
        } catch (RuntimeException e) {
            log.warn("Groups could not follow their accounts, trying again: {}", e.getMessage());
        } finally {
            atWork.set(false);
        }
    }

    private int once() {
        List<UUID> taken = repository.take(SET);
        if (taken.isEmpty()) {
            return 0;
        }
        // The newest first: it is what a group that several of them concern did not have yet.
        List<Task> tasks = ledger.findAll(taken).stream().sorted(Comparator.comparing(Task::id).reversed()).toList();
        Set<UUID> told = presences.applicationsTold(ObjectType.GROUP);
        Map<UUID, List<Group>> theirs = groups.ofUsers(tasks.stream().map(Task::userId).distinct().toList());
        for (Task task : tasks) {
            List<Group> of = theirs.getOrDefault(task.userId(), List.of());
            if (!of.isEmpty() && told.contains(task.applicationId())) {
                intake.take(wanting.groups(List.of(task.applicationId()), of), because(task));
            }
        }
        return taken.size();
    }

    private Origin because(Task task) {
        return new Origin(original(task), task.initiator(), new Cause("TASK", task.id(), task.action() + " " + task.objectName()),
                task.batchId(), Priority.BULK);
    }

    /** A correction carries on what the task asked for whose place it took. */
    private Source original(Task task) {
        Task first = task;
        while (first.supersedesId() != null) {
            Task corrected = ledger.find(first.supersedesId()).orElse(null);
            if (corrected == null) {
                return Source.MANUAL;
            }
            first = corrected;
        }
        return first.source();
    }

    private static boolean movesAnAccount(Task task) {
        return task.objectType() == ObjectType.ACCOUNT && task.userId() != null
                && (task.action() == Action.CREATE || task.action() == Action.DELETE)
                && (task.status() == Status.SUCCEEDED || task.status() == Status.CONFIRMED);
    }
}
