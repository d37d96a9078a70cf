package dev.syncline.account;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import dev.syncline.permission.Bindings;
import dev.syncline.permission.Hold;
import dev.syncline.task.Ledger;
import dev.syncline.task.Parameters;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What settled tasks change in accounts. A superseded task changes nothing: its successor carries it on. */
@Component
class AccountEffects implements TaskEffects {

    private final Accounts accounts;
    private final EffectRepository effects;
    private final Bindings bindings;
    private final Ledger ledger;
    private final Clock clock;

    AccountEffects(Accounts accounts, EffectRepository effects, Bindings bindings, Ledger ledger, Clock clock) {
        this.accounts = accounts;
        this.effects = effects;
        this.bindings = bindings;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void settled(List<Task> tasks) {
        Map<Status, List<Task>> byStatus = tasks.stream()
                .filter(task -> task.objectType() == ObjectType.ACCOUNT)
                .collect(Collectors.groupingBy(Task::status));
        List<Task> done = byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() == Status.SUCCEEDED || entry.getKey() == Status.CONFIRMED)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        if (!done.isEmpty()) {
            accounts.apply(done.stream().map(AccountEffects::effect).toList());
            dropWhatWasCorrectedAway(done);
        }
        List<Task> cancelled = byStatus.getOrDefault(Status.CANCELLED, List.of());
        if (!cancelled.isEmpty()) {
            giveUp(cancelled);
        }
    }

    @Override
    public List<FollowUp> followUps(Task task) {
        return task.objectType() == ObjectType.ACCOUNT ? AccountFollowUps.of(task) : List.of();
    }

    /** A corrected task may ask for fewer permissions than the failed one whose place it took: nothing will bring those any more. */
    private void dropWhatWasCorrectedAway(List<Task> done) {
        List<UUID> corrected = done.stream().map(Task::supersedesId).filter(Objects::nonNull).toList();
        if (corrected.isEmpty()) {
            return;
        }
        List<Task> failed = ledger.findAll(corrected);
        bindings.requestGivenUp(holds(failed, Parameters::bind));
        List<Hold> stillTaken = holds(done, Parameters::unbind);
        bindings.releaseGivenUp(holds(failed, Parameters::unbind).stream().filter(hold -> !stillTaken.contains(hold)).toList());
    }

    private void giveUp(List<Task> cancelled) {
        bindings.requestGivenUp(holds(cancelled, Parameters::bind));
        bindings.releaseGivenUp(holds(cancelled, Parameters::unbind));
        List<UUID> deletions = objects(cancelled.stream().filter(task -> task.action() == Action.DELETE).toList());
        if (!deletions.isEmpty()) {
            effects.backToBefore(deletions, clock.instant());
        }
        removeNeverMade(objects(cancelled));
    }

    /** A requested account with nothing under way would wait for ever. */
    private void removeNeverMade(Collection<UUID> accountIds) {
        List<UUID> waiting = ledger.unsettled(accountIds).stream().map(Task::objectId).toList();
        List<UUID> idle = accountIds.stream().filter(id -> !waiting.contains(id)).toList();
        if (!idle.isEmpty()) {
            effects.deleteRequested(idle);
        }
    }

    private static List<UUID> objects(List<Task> tasks) {
        return tasks.stream().map(Task::objectId).distinct().toList();
    }

    private static Effect effect(Task task) {
        Parameters parameters = task.parameters();
        Map<String, Object> known = new LinkedHashMap<>(parameters.attributes());
        known.values().removeIf(Parameters.SECRET::equals);
        return new Effect(task.objectId(), task.action(), parameters.name(), known, permissions(parameters.bind()),
                permissions(parameters.unbind()), task.remoteId());
    }

    private static List<Hold> holds(List<Task> tasks, Function<Parameters, List<PermissionRef>> which) {
        return tasks.stream()
                .flatMap(task -> permissions(which.apply(task.parameters())).stream()
                        .map(permission -> new Hold(task.objectId(), permission)))
                .distinct()
                .toList();
    }

    private static List<UUID> permissions(List<PermissionRef> refs) {
        return refs.stream().flatMap(ref -> id(ref).stream()).distinct().toList();
    }

    /** A task corrected by hand may name a permission the platform does not know. */
    private static Optional<UUID> id(PermissionRef ref) {
        try {
            return Optional.of(UUID.fromString(ref.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
