package dev.syncline.synclog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** How many tasks were opened when, and how they stand now. */
@Service
class Histogram {

    /**
     * @param from beginning of the first bucket
     * @param to end of the last bucket
     * @param estimate whether the numbers were projected from a part of the tasks, or there are older ones which are not counted
     */
    record Bars(Instant from, Instant to, long bucketSeconds, boolean estimate, List<Bar> buckets) {}

    /**
     * One bucket, empty ones included.
     *
     * @param at its beginning
     * @param succeeded by the target or by a person's word
     * @param open queued, running or awaiting a callback
     */
    record Bar(Instant at, int total, int failed, int succeeded, int open) {}

    private static final Duration DEFAULT_SPAN = Duration.ofHours(24);

    /** Tasks of one moment are drawn as a moment of an hour, not as two broad bars of a second each. */
    private static final Duration LEAST_SPAN = Duration.ofHours(1);

    /** Widths a reader can name, in seconds; beyond the last one whole days. */
    private static final List<Long> WIDTHS =
            List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L, 3600L, 7200L, 10800L, 21600L, 43200L, 86400L);

    private static final long DAY = 86400;

    private record Span(Instant from, Instant to) {}

    private final HistogramRepository repository;
    private final Clock clock;

    Histogram(HistogramRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** @param most how many buckets at most; one more when the span begins within one */
    Bars bars(TaskFilter filter, int most) {
        return filter.q() == null ? all(filter, most) : found(filter, most);
    }

    private Bars all(TaskFilter filter, int most) {
        Span span = span(filter);
        return bars(filter, span, most, repository.percent(filter.between(span.from, span.to)));
    }

    /** Of very many that free text finds only the newest are counted, and the bars begin with them. */
    private Bars found(TaskFilter filter, int most) {
        Span asked = span(filter.from() == null && filter.to() == null ? TaskFilter.NONE : filter);
        return repository.found(filter).map(found -> {
            boolean named = filter.from() != null || filter.to() != null;
            Span span = new Span(found.whole() && named ? asked.from : found.first(), named ? asked.to : found.last().plusMillis(1));
            Bars bars = bars(filter, span, most, 100);
            return new Bars(bars.from, bars.to, bars.bucketSeconds, !found.whole(), bars.buckets);
        }).orElseGet(() -> bars(filter, asked, most, 100));
    }

    private Bars bars(TaskFilter filter, Span span, int most, double percent) {
        long width = width(Duration.between(span.from, span.to), most);
        long first = Math.floorDiv(span.from.getEpochSecond(), width) * width;
        long end = Math.ceilDiv(span.to.toEpochMilli(), width * 1000) * width;
        Instant from = Instant.ofEpochSecond(first);
        Instant to = Instant.ofEpochSecond(Math.max(end, first + width));
        // The bars at both ends are whole, but count only what the filter asks for.
        TaskFilter within = filter.between(span.from, span.to);
        return new Bars(from, to, width, percent < 100, repository.count(within, from, to, width, percent));
    }

    /** What the filter names; else from the first to the last task that matches, or an hour; without any filter the last day. */
    private Span span(TaskFilter filter) {
        Instant now = clock.instant();
        if (filter.from() != null || filter.to() != null) {
            Instant to = filter.to() != null ? filter.to() : now;
            Instant from = filter.from() != null ? filter.from() : to.minus(DEFAULT_SPAN);
            return new Span(from, from.isBefore(to) ? to : from.plus(DEFAULT_SPAN));
        }
        Span lastDay = new Span(now.minus(DEFAULT_SPAN), now.plusMillis(1));
        if (filter.isEmpty()) {
            return lastDay;
        }
        return repository.edge(filter, true)
                .flatMap(first -> repository.edge(filter, false).map(last -> atLeast(first, last.plusMillis(1))))
                .orElse(lastDay);
    }

    private static Span atLeast(Instant first, Instant end) {
        Instant latest = end.minus(LEAST_SPAN);
        return new Span(latest.isBefore(first) ? latest : first, end);
    }

    private static long width(Duration span, int most) {
        double least = Math.max(1, span.toMillis() / 1000.0 / most);
        long days = (long) Math.ceil(least / DAY) * DAY;
        return Stream.concat(WIDTHS.stream(), Stream.of(days)).filter(width -> width >= least).findFirst().orElse(days);
    }
}
