package dev.syncline.synclog;

import dev.syncline.id.Ids;
import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Rows of the list: three statements for a page, however long it is. */
@Service
class Listing {

    private final LogRepository repository;
    private final Ledger ledger;
    private final Veils veils;

    Listing(LogRepository repository, Ledger ledger, Veils veils) {
        this.repository = repository;
        this.ledger = ledger;
        this.veils = veils;
    }

    List<TaskRow> page(TaskFilter filter, Rights may, boolean oldestFirst, @Nullable UUID after, int limit) {
        return rows(repository.page(filter, oldestFirst, after, limit), may);
    }

    /** Everything opened until now was opened before this instant. Empty when nothing was. */
    Optional<Instant> end() {
        return repository.newest().map(id -> Ids.madeAt(id).plusMillis(1));
    }

    /** In order of opening; ids that are not there, or that the caller does not see, are passed over. */
    List<TaskRow> byId(Collection<UUID> ids, Rights may) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows(repository.listed(ids).stream().filter(one -> may.has(Right.SEE_TASKS, one.task().applicationId())).toList(), may);
    }

    /** Those of the given ids whose tasks match. */
    List<UUID> among(TaskFilter filter, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : repository.among(filter, ids);
    }

    List<TaskRow> rows(List<LogRepository.Listed> listed, Rights may) {
        Map<UUID, LogRepository.Blocker> blockedBy = blockedBy(listed);
        Map<UUID, Veil> behind = veils.of(listed.stream().map(LogRepository.Listed::task).toList());
        return listed.stream()
                .map(one -> TaskRow.of(one, blockedBy.get(one.task().id()), may)
                        .behind(Objects.requireNonNull(behind.get(one.task().id()), "each task has a veil")))
                .toList();
    }

    private Map<UUID, LogRepository.Blocker> blockedBy(List<LogRepository.Listed> listed) {
        List<UUID> queued = listed.stream()
                .filter(one -> one.task().status() == Status.QUEUED)
                .map(one -> one.task().id())
                .toList();
        Map<UUID, UUID> held = ledger.blockers(queued);
        Map<UUID, LogRepository.Blocker> blockers = repository.blockers(List.copyOf(held.values()));
        Map<UUID, LogRepository.Blocker> blockedBy = new HashMap<>();
        held.forEach((id, blocker) -> blockedBy.put(id, blockers.get(blocker)));
        return blockedBy;
    }
}
