package dev.syncline.bulkrepair;

import dev.syncline.bulkrepair.RepairView.Plan;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts repairs, their plans, and the tasks as they are now together. */
@Component
class RepairViews {

    private final PlanRepository plans;
    private final ItemRepository items;
    private final Ledger ledger;

    RepairViews(PlanRepository plans, ItemRepository items, Ledger ledger) {
        this.plans = plans;
        this.items = items;
        this.ledger = ledger;
    }

    RepairView of(BulkRepair repair) {
        return RepairView.of(repair, new Plan(plans.causes(repair.id()), plans.leftOut(repair.id())));
    }

    List<RepairView> list(List<BulkRepair> repairs) {
        return repairs.stream().map(repair -> RepairView.of(repair, null)).toList();
    }

    List<ItemView> items(UUID repair, Result result, int after, int limit) {
        List<Item> page = items.page(repair, result, after, limit);
        Map<UUID, Task> tasks = ledger.findAll(page.stream().map(Item::taskId).toList()).stream()
                .collect(Collectors.toMap(Task::id, Function.identity()));
        return page.stream().map(item -> ItemView.of(item, tasks.get(item.taskId()))).toList();
    }
}
