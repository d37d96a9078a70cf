package dev.syncline.delivery;

import java.time.Duration;
import java.util.List;

/** When a message that did not get through is tried again, and when that is enough: after a day. */
final class Schedule {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(15));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private Schedule() {}

    /**
     * @param attempts made so far
     * @param asked how long the receiver wants to be left alone; at most the longest pause counts
     */
    static Duration pause(int attempts, Duration asked) {
        Duration own = PAUSES.get(Math.min((attempts - 1) % MOST_ATTEMPTS, PAUSES.size() - 1));
        Duration wanted = asked.compareTo(PAUSES.getLast()) > 0 ? PAUSES.getLast() : asked;
        return own.compareTo(wanted) > 0 ? own : wanted;
    }
}
