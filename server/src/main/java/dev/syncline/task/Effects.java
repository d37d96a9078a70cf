package dev.syncline.task;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everyone who wants to hear of settled tasks. */
@Component
class Effects {

    private final ObjectProvider<TaskEffects> listeners;

    Effects(ObjectProvider<TaskEffects> listeners) {
        this.listeners = listeners;
    }

    void settled(List<Task> tasks) {
        List<Task> settled = tasks.stream().filter(task -> task.status().settled()).toList();
        if (!settled.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.settled(settled));
        }
    }

    List<TaskEffects.FollowUp> followUps(Task task) {
        return listeners.orderedStream().flatMap(listener -> listener.followUps(task).stream()).toList();
    }
}
