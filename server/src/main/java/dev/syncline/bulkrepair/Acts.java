package dev.syncline.bulkrepair;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Errand;
import dev.syncline.task.Ledger;
import dev.syncline.task.Repairs;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a group's acts in the caller's transaction, each through the door of the single act and each up to a savepoint of its own. */
@Component
class Acts {

    private static final Logger log = LoggerFactory.getLogger(Acts.class);

    private final Ledger ledger;
    private final Repairs repairs;
    private final TransactionTemplate each;
    private final Clock clock;

    Acts(Ledger ledger, Repairs repairs, PlatformTransactionManager transactions, Clock clock) {
        this.ledger = ledger;
        this.repairs = repairs;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** What became of each; not written yet. */
    List<Item> act(BulkRepair repair, List<Item> items) {
        List<UUID> ids = items.stream().map(Item::taskId).toList();
        ledger.lock(ledger.findAll(ids).stream().map(Task::lineId).toList());
        Map<UUID, Task> tasks = ledger.findAll(ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
        Errand errand = Errand.ofRepair(repair.id(), repair.begun().by(), repair.begun().reason(), repair.approvedBy());
        List<Item> became = new ArrayList<>(items.size());
        for (Item item : items) {
            became.add(changed(repair.action(), item, tasks.get(item.taskId()))
                    .map(why -> item.became(Result.CHANGED, why, null, clock.instant()))
                    .orElseGet(() -> act(repair.action(), item, errand)));
        }
        return became;
    }

    private static Optional<Why> changed(RepairAction action, Item item, @Nullable Task task) {
        if (task == null) {
            return Optional.of(Why.UNKNOWN);
        }
        boolean anotherFailure = task.status() == Status.FAILED && action != RepairAction.CANCEL && task.claims() != item.claims();
        return action.on().contains(task.status()) && !anotherFailure ? Optional.empty() : Optional.of(Why.of(task.status()));
    }

    private Item act(RepairAction action, Item item, Errand errand) {
        try {
            each.executeWithoutResult(_ -> act(action, item.taskId(), errand));
            return item.became(action == RepairAction.RETRY ? Result.UNDER_WAY : Result.DONE, null, null, clock.instant());
        } catch (ProblemException e) {
            return refused(item, e);
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} of the task {} went wrong.", action, item.taskId(), e);
            return item.became(Result.REFUSED, null, "Something went wrong on our side; the server's log has the details.", clock.instant());
        }
    }

    private void act(RepairAction action, UUID task, Errand errand) {
        switch (action) {
            case RETRY -> repairs.retry(task, errand);
            case CONFIRM -> repairs.confirm(task, errand);
            case CANCEL -> repairs.cancel(task, errand);
        }
    }

    /** Another one of the same group may have made it pointless. */
    private Item refused(Item item, ProblemException refusal) {
        Optional<Task> now = refusal.code() == ErrorCode.NOT_ALLOWED_IN_STATE ? ledger.find(item.taskId()) : Optional.empty();
        return now.map(task -> item.became(Result.CHANGED, Why.of(task.status()), null, clock.instant()))
                .orElseGet(() -> item.became(Result.REFUSED, null, refusal.getMessage(), clock.instant()));
    }
}
