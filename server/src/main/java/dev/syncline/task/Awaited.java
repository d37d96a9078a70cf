package dev.syncline.task;

import dev.syncline.connector.ObjectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What tasks wait for in other lines. An account's task is waited for by organizations alone, so that accounts never wait for each other in
 * a circle.
 */
@Component
class Awaited {

    private final TaskReads reads;

    Awaited(TaskReads reads) {
        this.reads = reads;
    }

    /**
     * What is still to be waited for, by the id it was named by: the task itself, or the one that took its place. One that is settled, or
     * so long gone that it is not kept any more, is not in it.
     */
    Map<UUID, Task> standing(Collection<UUID> named) {
        Map<UUID, Task> standing = new HashMap<>();
        Map<UUID, UUID> looked = new HashSet<>(named).stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        while (!looked.isEmpty()) {
            Map<UUID, Task> found = reads.find(new HashSet<>(looked.values())).stream().collect(Collectors.toMap(Task::id, Function.identity()));
            Map<UUID, UUID> followed = new HashMap<>();
            looked.forEach((name, id) -> {
                Task task = found.get(id);
                if (task != null && task.status() == Status.SUPERSEDED) {
                    followed.put(name, task.supersededById());
                } else if (task != null && !task.status().settled()) {
                    standing.put(name, task);
                }
            });
            looked = followed;
        }
        return standing;
    }

    /** Null when nothing is left to wait for. */
    static OpenedTask.@Nullable Wait wait(NewTask waiting, Map<UUID, Task> standing) {
        if (waiting.objectType() != ObjectType.ORGANIZATION) {
            refuseAccounts(waiting, standing);
        }
        return wait(waiting.waitsFor(), standing);
    }

    /** The same for what waits already. */
    static OpenedTask.@Nullable Wait wait(Collection<UUID> named, Map<UUID, Task> standing) {
        Map<UUID, Task> left = new LinkedHashMap<>();
        named.stream().map(standing::get).filter(Objects::nonNull).forEach(task -> left.put(task.id(), task));
        if (left.isEmpty()) {
            return null;
        }
        List<Task> tasks = List.copyOf(left.values());
        List<UUID> others = tasks.stream().skip(1).map(Task::id).toList();
        String more = others.isEmpty() ? "" : " and " + others.size() + " more";
        return new OpenedTask.Wait(tasks.getFirst().id(), others, "waiting for " + words(tasks.getFirst()) + more);
    }

    static String words(Task task) {
        return "the " + task.objectType().name().toLowerCase(Locale.ROOT) + " " + task.objectName() + " in " + task.applicationName();
    }

    private static void refuseAccounts(NewTask waiting, Map<UUID, Task> standing) {
        for (UUID name : waiting.waitsFor()) {
            Task task = standing.get(name);
            if (task != null && task.objectType() == ObjectType.ACCOUNT) {
                throw new IllegalArgumentException("The task " + task.id() + " is about an account, so " + waiting + " cannot wait for it.");
            }
        }
    }
}
