package dev.syncline.dashboard;

import dev.syncline.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;

/** How far back the dashboard looks, in bars that begin evenly in UTC; the last one has only begun. */
enum Range {
    LAST_24_HOURS("24h", 24, Duration.ofHours(1), Span.HOUR),
    LAST_7_DAYS("7d", 28, Duration.ofHours(6), Span.HOUR),
    LAST_30_DAYS("30d", 30, Duration.ofDays(1), Span.DAY);

    /** What is summed up: the finest that makes the bars. */
    enum Span {
        HOUR,
        DAY
    }

    private final String label;
    private final int bars;
    private final Duration width;
    private final Span span;

    Range(String label, int bars, Duration width, Span span) {
        this.label = label;
        this.bars = bars;
        this.width = width;
        this.span = span;
    }

    /** @throws ProblemException INVALID_INPUT when there is no such range */
    static Range of(String label) {
        for (Range range : values()) {
            if (range.label.equals(label)) {
                return range;
            }
        }
        throw ProblemException.invalid("range", "\"range\" must be 24h, 7d or 30d, not \"" + label + "\".");
    }

    String label() {
        return label;
    }

    Duration width() {
        return width;
    }

    Span span() {
        return span;
    }

    Instant to(Instant now) {
        long seconds = width.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }

    Instant from(Instant now) {
        return to(now).minus(width.multipliedBy(bars));
    }
}
