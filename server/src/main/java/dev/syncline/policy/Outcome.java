package dev.syncline.policy;

import dev.syncline.policy.ProblemRepository.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a difference.
 *
 * @param tasks changes that were taken, whether as a task or, without data synchronization, at once
 * @param refused changes that could not be made; they are tried again
 */
record Outcome(int gained, int lost, int tasks, List<Found> refused) {

    static final Outcome NOTHING = new Outcome(0, 0, 0, List.of());

    Outcome plus(Outcome other) {
        List<Found> all = new ArrayList<>(refused);
        all.addAll(other.refused);
        return new Outcome(gained + other.gained, lost + other.lost, tasks + other.tasks, all);
    }
}
