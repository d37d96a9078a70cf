package dev.syncline.dashboard;

import dev.syncline.background.Lease;
import dev.syncline.background.Workers;
import dev.syncline.dashboard.CountingState.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the figures: one server at a time, every few seconds, and resting nineteen times as long as it worked, so that counting never takes
 * more than a twentieth of one core from the tasks themselves.
 */
@Component
class VolumeCounting {

    private static final Logger log = LoggerFactory.getLogger(VolumeCounting.class);

    /** A change that opens tasks may be committed that long after the tasks were named. */
    private static final Duration LATE = Duration.ofHours(2);

    /** More than the longest range shows. */
    private static final Duration BACK = Duration.ofDays(32);

    private static final Duration LEAST_REST = Duration.ofSeconds(5);
    private static final int REST_FACTOR = 19;
    private static final int MOST_CHANGED = 100;
    private static final Duration BACK_AT_ONCE = Duration.ofSeconds(2);

    private final CountingState state;
    private final UnsettledRepository unsettled;
    private final VolumeRepository volumes;
    private final TransactionTemplate transaction;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    VolumeCounting(CountingState state, UnsettledRepository unsettled, VolumeRepository volumes, TransactionTemplate transaction,
            Workers workers, Lease lease, Clock clock) {
        this.state = state;
        this.unsettled = unsettled;
        this.volumes = volumes;
        this.transaction = transaction;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Only asks for it: counting may take longer than whatever else runs by a schedule could wait. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void look() {
        if (!lease.stopping() && underWay.compareAndSet(false, true)) {
            workers.submit(this::countAndTell);
        }
    }

    private void countAndTell() {
        try {
            transaction.executeWithoutResult(_ -> count());
        } catch (RuntimeException e) {
            log.warn("Counting for the dashboard failed, trying again: {}", e.getMessage());
        } finally {
            underWay.set(false);
        }
    }

    private void count() {
        long began = System.nanoTime();
        state.take().ifPresent(before -> {
            Counted now = count(before, clock.instant(), began);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Duration rest = took.multipliedBy(REST_FACTOR);
            state.keep(now, rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest);
        });
    }

    private Counted count(Counted before, Instant now, long began) {
        Instant recent = hour(before.at() == null || before.at().isAfter(now) ? now.minus(LATE) : before.at().minus(LATE));
        Instant from = before.from() == null ? recent : before.from();
        Set<Instant> hours = new TreeSet<>(unsettled.count(later(from, furthest(now)), recent, MOST_CHANGED));
        // Ids are made by the clocks of all servers, and one may be ahead.
        hours(recent, hour(now).plus(2, ChronoUnit.HOURS)).forEach(hours::add);
        countAgain(hours);
        return new Counted(now, countBack(from, furthest(now), began));
    }

    /** What is counted for the first time goes back day by day, as far as it gets in a while, and further the next time. */
    private Instant countBack(Instant from, Instant furthest, long began) {
        Instant counted = from;
        while (counted.isAfter(furthest) && System.nanoTime() - began < BACK_AT_ONCE.toNanos()) {
            Instant next = later(counted.minus(1, ChronoUnit.DAYS), furthest);
            countAgain(hours(next, counted).collect(Collectors.toSet()));
            counted = next;
        }
        return counted;
    }

    private void countAgain(Set<Instant> hours) {
        volumes.countHours(hours);
        volumes.addUpDays(hours.stream().map(at -> at.truncatedTo(ChronoUnit.DAYS)).collect(Collectors.toSet()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant furthest(Instant now) {
        return now.minus(BACK).truncatedTo(ChronoUnit.DAYS);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT13M")
    void forget() {
        volumes.forgetHoursBefore(clock.instant().minus(BACK).minus(Duration.ofDays(7)));
    }

    private static Stream<Instant> hours(Instant from, Instant before) {
        return Stream.iterate(from, at -> at.isBefore(before), at -> at.plus(1, ChronoUnit.HOURS));
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
