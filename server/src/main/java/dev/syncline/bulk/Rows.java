package dev.syncline.bulk;

import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows with what became of their tasks. */
@Component
class Rows {

    private final RowRepository repository;
    private final Ledger ledger;
    private final Veils veils;

    Rows(RowRepository repository, Ledger ledger, Veils veils) {
        this.repository = repository;
        this.ledger = ledger;
        this.veils = veils;
    }

    /** In the order of their numbers, those after the given one (0 for the first). */
    List<RowView> page(UUID batchId, Row.@Nullable Status status, int afterNumber, int limit) {
        List<Row> rows = repository.page(batchId, status, afterNumber, limit);
        Map<UUID, Task> tasks = ledger.findAll(rows.stream().map(Row::taskId).filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Task::id, Function.identity()));
        Veil ofRows = veils.ofAccount(repository.applicationOf(batchId), batchId);
        Map<UUID, Veil> ofTasks = veils.of(tasks.values());
        return rows.stream()
                .map(row -> RowView.of(row, row.taskId() == null ? null : tasks.get(row.taskId())).behind(ofRows, ofTasks.get(row.taskId())))
                .toList();
    }
}
