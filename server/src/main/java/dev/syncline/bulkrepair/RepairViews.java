package dev.syncline.bulkrepair;

import dev.syncline.bulkrepair.RepairView.Plan;
import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts repairs, their plans, and the tasks as they are now together. */
@Component
class RepairViews {

    private final PlanRepository plans;
    private final ItemRepository items;
    private final Ledger ledger;
    private final Veils veils;

    RepairViews(PlanRepository plans, ItemRepository items, Ledger ledger, Veils veils) {
        this.plans = plans;
        this.items = items;
        this.ledger = ledger;
        this.veils = veils;
    }

    RepairView of(BulkRepair repair) {
        return RepairView.of(repair, new Plan(plans.causes(repair.id()), plans.leftOut(repair.id())));
    }

    List<RepairView> list(List<BulkRepair> repairs) {
        return repairs.stream().map(repair -> RepairView.of(repair, null)).toList();
    }

    List<ItemView> items(UUID repair, @Nullable Result result, int after, int limit) {
        List<Item> page = items.page(repair, result, after, limit);
        Map<UUID, Task> tasks = ledger.findAll(page.stream().map(Item::taskId).toList()).stream()
                .collect(Collectors.toMap(Task::id, Function.identity()));
        Map<UUID, Veil> behind = veils.of(tasks.values());
        return page.stream()
                .map(item -> ItemView.of(item, tasks.get(item.taskId())).behind(behind.getOrDefault(item.taskId(), Veil.NONE)))
                .toList();
    }
}
