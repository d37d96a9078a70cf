package dev.syncline.notification;

import dev.syncline.problem.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Hours of the day on some days of the week.
 *
 * @param from "08:00"
 * @param to "18:00"; not after {@code from}: on the next day
 * @param zone time zone of both, "Europe/Berlin"
 * @param days on which they begin; empty or null for every day
 */
record Hours(String from, String to, String zone, List<DayOfWeek> days) {

    /** Further back nobody counts. */
    private static final Duration FAR = Duration.ofDays(60);

    private record Span(Instant begin, Instant end) {}

    boolean covers(Instant at) {
        LocalDate day = at.atZone(ZoneId.of(zone)).toLocalDate();
        return isIn(day.minusDays(1), at) || isIn(day, at);
    }

    /** How much of the time between the two is within these hours; of more than 60 days, that of the last 60. */
    Duration between(Instant begin, Instant end) {
        Instant from = begin.isBefore(end.minus(FAR)) ? end.minus(FAR) : begin;
        ZoneId place = ZoneId.of(zone);
        LocalDate last = end.atZone(place).toLocalDate();
        Duration sum = Duration.ZERO;
        for (LocalDate day = from.atZone(place).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            Span span = span(day);
            if (isOn(day) && span.begin().isBefore(end) && span.end().isAfter(from)) {
                sum = sum.plus(Duration.between(later(span.begin(), from), earlier(span.end(), end)));
            }
        }
        return sum;
    }

    /** @throws ProblemException naming the field */
    void check(String field) {
        try {
            LocalTime.parse(from == null ? "" : from);
            LocalTime.parse(to == null ? "" : to);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field + ".from", "Hours are times of day such as 08:00 and 18:00.");
        }
        try {
            ZoneId.of(zone == null ? "" : zone);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field + ".zone", "The time zone must be a name like Europe/Berlin or UTC.");
        }
    }

    private boolean isIn(LocalDate day, Instant at) {
        Span span = span(day);
        return isOn(day) && !at.isBefore(span.begin()) && at.isBefore(span.end());
    }

    private boolean isOn(LocalDate day) {
        return days == null || days.isEmpty() || days.contains(day.getDayOfWeek());
    }

    private Span span(LocalDate day) {
        ZoneId place = ZoneId.of(zone);
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        return new Span(day.atTime(begin).atZone(place).toInstant(), (end.isAfter(begin) ? day : day.plusDays(1)).atTime(end).atZone(place).toInstant());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
