package dev.syncline.failure;

import dev.syncline.failure.ConcernRepository.Bar;
import dev.syncline.task.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** How a group developed. */
@Service
class Trends {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final Duration WIDTH = Duration.ofHours(6);

    /**
     * @param buckets failures by the time they happened, empty buckets included
     * @param became how the tasks that ever failed so stand now: repaired ones among them show what helped
     * @param ofLatest whether there are more tasks than {@code became} counts
     */
    record Trend(Instant from, Instant to, long bucketSeconds, List<Bar> buckets, Map<Status, Integer> became, boolean ofLatest) {}

    private final ConcernRepository repository;
    private final Clock clock;

    Trends(ConcernRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    Trend of(UUID group) {
        long width = WIDTH.toSeconds();
        Instant to = Instant.ofEpochSecond((Math.floorDiv(clock.instant().getEpochSecond(), width) + 1) * width);
        Instant from = to.minus(SPAN);
        Map<Status, Integer> became = repository.became(group);
        return new Trend(from, to, width, repository.trend(group, from, to, width), became,
                became.values().stream().mapToInt(Integer::intValue).sum() >= ConcernRepository.MOST);
    }
}
