package dev.syncline.lifecycle;

import dev.syncline.connector.Action;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An account somebody enabled since, or that was never disabled after all, is not this policy's to enable again. */
@Component
class DisabledAccountEffects implements TaskEffects {

    private final DisabledAccountRepository disabled;

    DisabledAccountEffects(DisabledAccountRepository disabled) {
        this.disabled = disabled;
    }

    @Override
    public void settled(List<Task> tasks) {
        List<Task> enabled = tasks.stream()
                .filter(task -> task.action() == Action.ENABLE)
                .filter(task -> task.status() == Status.SUCCEEDED || task.status() == Status.CONFIRMED)
                .toList();
        if (!enabled.isEmpty()) {
            disabled.forgetEnabled(enabled);
        }
        List<UUID> givenUp = tasks.stream()
                .filter(task -> task.action() == Action.DISABLE && task.status() == Status.CANCELLED)
                .map(Task::id)
                .toList();
        if (!givenUp.isEmpty()) {
            disabled.forgetTasks(givenUp);
        }
    }

    @Override
    public List<FollowUp> followUps(Task task) {
        return List.of();
    }
}
