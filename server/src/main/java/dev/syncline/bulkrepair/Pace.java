package dev.syncline.bulkrepair;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast tasks have their turn: each has a moment of its own, evenly spaced. What was missed is caught up with for one second at most,
 * so that a run that rested does not come as a flood.
 *
 * @param perMinute tasks a minute, 1 to {@value #FASTEST}
 */
record Pace(int perMinute) {

    static final int FASTEST = 60_000;
    static final int USUAL = 600;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The first moment of a run that begins now. */
    Instant first(Instant now) {
        return now.minus(caughtUp());
    }

    /** How many tasks have their turn now, when the next one's moment is the given one. */
    int due(Instant next, Instant now) {
        Instant from = latest(next, now);
        return from.isAfter(now) ? 0 : (int) Math.min(Integer.MAX_VALUE - 1, Duration.between(from, now).dividedBy(interval())) + 1;
    }

    /** The moment of the next task after so many have had their turn now. */
    Instant after(Instant next, Instant now, int tasks) {
        return latest(next, now).plus(interval().multipliedBy(tasks));
    }

    private Instant latest(Instant next, Instant now) {
        Instant earliest = now.minus(caughtUp());
        return next.isBefore(earliest) ? earliest : next;
    }

    private Duration caughtUp() {
        return interval().multipliedBy(Math.max(1, perMinute / 60) - 1L);
    }

    private Duration interval() {
        return MINUTE.dividedBy(perMinute);
    }
}
