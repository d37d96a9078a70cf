package dev.syncline.request;

import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of requests, read from their tasks: nothing of it is stored, so it cannot be out of date. */
@Component
class Progress {

    /** Far more corrections than anybody makes. */
    private static final int LONGEST_CHAIN = 50;

    private final RequestRepository requests;
    private final Ledger ledger;

    Progress(RequestRepository requests, Ledger ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    /** Where a request stands for its reader. */
    enum State {
        WAITING,
        /** Its tasks have not begun. */
        APPROVED,
        PROVISIONING,
        DONE,
        /** A task failed and waits for an administrator. */
        FAILED,
        /** An administrator gave a task up, or something took the access away before it was there. */
        GIVEN_UP,
        REJECTED,
        WITHDRAWN
    }

    /** The tasks of requests as they stand; of one that another took the place of, that other one. */
    Map<UUID, List<Task>> tasks(Collection<UUID> requestIds) {
        Map<UUID, List<UUID>> opened = requests.tasks(requestIds);
        Map<UUID, Task> known = new HashMap<>();
        Set<UUID> wanted = opened.values().stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < LONGEST_CHAIN && !wanted.isEmpty(); i++) {
            List<Task> found = ledger.findAll(wanted);
            found.forEach(task -> known.put(task.id(), task));
            wanted = found.stream().map(Task::supersededById).filter(Objects::nonNull).filter(id -> !known.containsKey(id))
                    .collect(Collectors.toCollection(HashSet::new));
        }
        Map<UUID, List<Task>> tasks = new LinkedHashMap<>();
        opened.forEach((request, ids) -> tasks.put(request, ids.stream()
                .map(id -> successor(known.get(id), known))
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
        return tasks;
    }

    /** A task that takes access away did not carry on what the request asked for. */
    private static @Nullable Task successor(@Nullable Task task, Map<UUID, Task> known) {
        Task last = task;
        while (last != null && last.status() == Status.SUPERSEDED) {
            Task next = known.get(last.supersededById());
            if (next == null || next.takesAway()) {
                return last;
            }
            last = next;
        }
        return last;
    }

    static State state(AccessRequest request, List<Task> tasks) {
        return switch (request.status()) {
            case WAITING -> State.WAITING;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.WITHDRAWN;
            case APPROVED -> state(tasks);
        };
    }

    private static State state(List<Task> tasks) {
        if (any(tasks, Status.FAILED)) {
            return State.FAILED;
        }
        if (tasks.stream().allMatch(task -> task.status() == Status.SUCCEEDED || task.status() == Status.CONFIRMED)) {
            return State.DONE;
        }
        if (tasks.stream().allMatch(task -> task.status() == Status.QUEUED && task.claims() == 0)) {
            return State.APPROVED;
        }
        return tasks.stream().allMatch(task -> task.status().settled()) ? State.GIVEN_UP : State.PROVISIONING;
    }

    private static boolean any(List<Task> tasks, Status status) {
        return tasks.stream().anyMatch(task -> task.status() == status);
    }
}
