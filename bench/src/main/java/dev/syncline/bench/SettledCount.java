package dev.syncline.bench;

import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.TaskEffects;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts succeeded tasks as the server settles them. Asking the database instead, often enough to be exact, costs it a fifth of its
 * time.
 */
final class SettledCount implements TaskEffects {

    private final Map<UUID, Integer> counts = new HashMap<>();

    @Override
    public synchronized void settled(List<Task> tasks) {
        tasks.stream().filter(task -> task.status() == Status.SUCCEEDED).forEach(task -> counts.merge(task.applicationId(), 1, Integer::sum));
        notifyAll();
    }

    @Override
    public List<FollowUp> followUps(Task task) {
        return List.of();
    }

    /** Answers whether that many are settled, at the latest when the time is over. */
    synchronized boolean await(UUID application, int tasks, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); counts.getOrDefault(application, 0) < tasks && left > 0;
                left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return counts.getOrDefault(application, 0) >= tasks;
    }
}
