package dev.syncline.runner;

import dev.syncline.application.Target;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Overdue;
import dev.syncline.task.Overdue.Lost;
import dev.syncline.task.Settlement;
import dev.syncline.task.Task;
import dev.syncline.task.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what time has run out for: callbacks that never came, tasks whose worker is gone, waits whose end was passed over. */
final class Sweep {

    private final RunnerParts parts;
    private final Judge judge;

    Sweep(RunnerParts parts) {
        this.parts = parts;
        this.judge = parts.judge();
    }

    /**
     * One round; answers how many tasks it moved.
     *
     * @param now not after this server's own leases were last looked after, or a clock set forward meanwhile would cost it its own tasks
     */
    int once(Instant now) {
        return expireCallbacks() + takeBackLost(now) + parts.overdue().goOnWherePassedOver();
    }

    private int expireCallbacks() {
        int all = 0;
        for (int expired = parts.overdue().expireCallbacks(); expired > 0; expired = parts.overdue().expireCallbacks()) {
            all += expired;
        }
        return all;
    }

    private int takeBackLost(Instant now) {
        List<Lost> lost = parts.overdue().lost(now);
        if (lost.isEmpty()) {
            return 0;
        }
        Map<UUID, Target> targets = parts.targets().all();
        return parts.settlements().settle(lost.stream().map(one -> settlement(one, targets, now)).toList()).size();
    }

    private Settlement settlement(Lost lost, Map<UUID, Target> targets, Instant now) {
        Task task = lost.task();
        Target target = targets.get(task.applicationId());
        Verdict verdict = target == null
                ? new Verdict.Fail(FailureKind.UNCLEAR, "The server stopped, and the application is gone meanwhile.")
                : judge.lost(lost.sent(), task, target, now);
        return new Settlement(task.id(), task.lineId(), task.claims(), null, task.startedAt(), now, "LOST", verdict, now, List.of());
    }
}
