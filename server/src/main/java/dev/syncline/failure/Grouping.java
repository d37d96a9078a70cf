package dev.syncline.failure;

import dev.syncline.id.Ids;
import dev.syncline.task.FailureListener;
import dev.syncline.task.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of each failure which group it belongs to, and leaves it to be counted. One insertion for many tasks. */
@Component
class Grouping implements FailureListener {

    private final UncountedRepository uncounted;
    private final Ids ids;
    private final Clock clock;

    Grouping(UncountedRepository uncounted, Ids ids, Clock clock) {
        this.uncounted = uncounted;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Map<UUID, UUID> failed(List<Task> tasks) {
        Instant now = clock.instant();
        List<NewFailure> failures = tasks.stream().map(task -> NewFailure.of(ids.next(), task, now)).toList();
        uncounted.keep(failures);
        return failures.stream().collect(Collectors.toMap(NewFailure::task, NewFailure::group));
    }
}
