package dev.syncline.task;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everyone who wants to hear of settled tasks, and the tasks that wait for them. */
@Component
class Effects {

    private final ObjectProvider<TaskEffects> listeners;
    private final Waiting waiting;

    Effects(ObjectProvider<TaskEffects> listeners, Waiting waiting) {
        this.listeners = listeners;
        this.waiting = waiting;
    }

    void settled(List<Task> tasks) {
        List<Task> settled = tasks.stream().filter(task -> task.status().settled()).toList();
        if (!settled.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.settled(settled));
            waiting.goOnAfter(settled);
        }
    }

    List<TaskEffects.FollowUp> followUps(Task task) {
        return listeners.orderedStream().flatMap(listener -> listener.followUps(task).stream()).toList();
    }
}
