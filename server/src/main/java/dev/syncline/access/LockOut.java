package dev.syncline.access;

import java.time.Duration;
import java.util.Optional;

/** How long an administrator is locked after wrong passwords in a row: from the fifth on one minute, doubling up to an hour. */
final class LockOut {

    static final int FREE = 4;
    private static final Duration LONGEST = Duration.ofHours(1);

    private LockOut() {}

    static Optional<Duration> after(int failures) {
        if (failures <= FREE) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE - 1, 6);
        Duration duration = Duration.ofMinutes(1L << doublings);
        return Optional.of(duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
    }
}
