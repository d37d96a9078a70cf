package dev.syncline.intake;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.account.Effect;
import dev.syncline.account.RequestedAccount;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import dev.syncline.intake.Plan.Doing;
import dev.syncline.intake.Plan.Settled;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.task.Ledger;
import dev.syncline.task.NewTask;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for changes of accounts. Whatever is asked for is kept as wanted, and a task is opened to make it true in the target;
 * the effect comes when the task has succeeded. Without data synchronization the effect comes at once and no task is written.
 */
@Service
public class Intake {

    private final SituationReader situations;
    private final Planner planner;
    private final Accounts accounts;
    private final Bindings bindings;
    private final OrganizationsFirst organizationsFirst;
    private final Ledger ledger;

    Intake(SituationReader situations, Planner planner, Accounts accounts, Bindings bindings, OrganizationsFirst organizationsFirst,
            Ledger ledger) {
        this.situations = situations;
        this.planner = planner;
        this.accounts = accounts;
        this.bindings = bindings;
        this.organizationsFirst = organizationsFirst;
        this.ledger = ledger;
    }

    /**
     * Takes changes of many accounts, of one or several applications, in the caller's transaction. One that is refused leaves the
     * others alone. An account may occur once.
     *
     * @return what became of each change, in the order given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Taken> take(List<? extends AccountChange> changes, Origin origin) {
        return take(changes.stream().map(change -> new Caused(change, origin)).toList());
    }

    /** The same for changes that have reasons of their own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Taken> take(List<Caused> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<AccountChange> changes = all.stream().map(Caused::change).toList();
        Situation situation = situations.read(changes);
        List<Plan> plans = changes.stream().map(change -> unlessInvalidAtOnce(planner.plan(change, situation))).toList();
        Set<UUID> kept = keepAsWanted(doings(plans));
        plans = plans.stream().map(plan -> unlessNameTaken(plan, kept)).toList();
        List<Doing> doings = doings(plans);
        markBindings(plans);
        Map<UUID, UUID> opened = openTasks(plans, all);
        applyAtOnce(doings.stream().filter(doing -> !isSynchronized(doing)).toList());
        return plans.stream().map(plan -> taken(plan, opened)).toList();
    }

    /** What these accounts will be when everything under way has been done. Locks nothing. */
    public Map<UUID, Account.Status> expected(Collection<Account> known) {
        Map<UUID, List<Task>> unsettled = known.isEmpty()
                ? Map.of()
                : ledger.unsettled(known.stream().map(Account::id).toList()).stream().collect(Collectors.groupingBy(Task::objectId));
        return known.stream().collect(Collectors.toMap(Account::id, account ->
                Outlook.of(account, unsettled.getOrDefault(account.id(), List.of()), List.of()).status()));
    }

    /** With a task the failure is there to be seen and corrected; without one the change has to be refused. */
    private static Plan unlessInvalidAtOnce(Plan plan) {
        return plan instanceof Doing doing && doing.invalid() != null && !isSynchronized(doing)
                ? Planner.refused(INVALID_INPUT, doing.invalid())
                : plan;
    }

    private static Plan unlessNameTaken(Plan plan, Set<UUID> kept) {
        return plan instanceof Doing doing && doing.request() != null && !kept.contains(doing.accountId())
                ? Planner.refused(ALREADY_EXISTS, "The application " + doing.application().name() + " already has an account called "
                        + doing.objectName() + "; give the new one another name, or change the one that is there.")
                : plan;
    }

    /** Answers which of the new accounts could be kept: a name is there once. */
    private Set<UUID> keepAsWanted(List<Doing> doings) {
        List<RequestedAccount> requests = doings.stream().map(Doing::request).filter(Objects::nonNull).toList();
        accounts.markDeleting(doings.stream()
                .filter(doing -> doing.action() == Action.DELETE && isSynchronized(doing))
                .map(Doing::accountId)
                .toList());
        return accounts.request(requests);
    }

    private void markBindings(List<Plan> plans) {
        bindings.request(holds(plans, Plan.Holds::requested));
        bindings.release(holds(plans, Plan.Holds::releasing));
        bindings.setEnd(holds(plans, Plan.Holds::moved));
    }

    /** @param all what each plan was worked out from */
    private Map<UUID, UUID> openTasks(List<Plan> plans, List<Caused> all) {
        List<NewTask> tasks = new ArrayList<>();
        Map<UUID, UUID> waits = organizationsFirst.waits(doings(plans));
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i) instanceof Doing doing && isSynchronized(doing)) {
                tasks.add(task(doing, all.get(i).origin(), waits.get(doing.accountId())));
            }
        }
        Iterator<UUID> ids = ledger.open(tasks).iterator();
        return tasks.stream().collect(Collectors.toMap(NewTask::objectId, _ -> ids.next()));
    }

    private void applyAtOnce(List<Doing> doings) {
        accounts.apply(doings.stream().map(Intake::effect).toList());
    }

    private static Taken taken(Plan plan, Map<UUID, UUID> opened) {
        return switch (plan) {
            case Settled settled -> settled.taken();
            case Doing doing when opened.containsKey(doing.accountId()) ->
                    new Taken.Opened(doing.accountId(), opened.get(doing.accountId()));
            case Doing doing -> new Taken.Applied(doing.accountId());
        };
    }

    private static boolean isSynchronized(Doing doing) {
        return doing.application().dataSynchronization();
    }

    private static NewTask task(Doing doing, Origin origin, @Nullable UUID waitsFor) {
        return new NewTask(doing.application().id(), doing.application().name(), ObjectType.ACCOUNT, doing.accountId(),
                doing.objectName(), doing.user() == null ? null : doing.user().id(),
                doing.user() == null ? null : doing.user().displayName(), doing.action(), origin.source(), doing.parameters(),
                doing.secrets(), doing.remoteId(), origin.priority(), origin.actor(), origin.cause(), origin.batchId(), doing.invalid(),
                waitsFor == null ? List.of() : List.of(waitsFor));
    }

    private static Effect effect(Doing doing) {
        Parameters parameters = doing.parameters();
        Map<String, Object> known = new LinkedHashMap<>(parameters.attributes());
        known.keySet().removeAll(doing.secrets().keySet());
        return new Effect(doing.accountId(), doing.action(), parameters.name(), known, ids(parameters.bind()),
                ids(parameters.unbind()), null);
    }

    private static List<UUID> ids(List<PermissionRef> permissions) {
        return permissions.stream().map(permission -> UUID.fromString(permission.id())).toList();
    }

    private static List<Doing> doings(List<Plan> plans) {
        List<Doing> doings = new ArrayList<>();
        plans.forEach(plan -> {
            if (plan instanceof Doing doing) {
                doings.add(doing);
            }
        });
        return doings;
    }

    private static List<Hold> holds(List<Plan> plans, Function<Plan.Holds, List<Hold>> which) {
        return plans.stream().flatMap(plan -> switch (plan) {
            case Doing doing -> which.apply(doing.holds()).stream();
            case Settled settled -> which.apply(settled.holds()).stream();
        }).toList();
    }
}
