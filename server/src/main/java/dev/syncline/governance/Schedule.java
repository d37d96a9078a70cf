package dev.syncline.governance;

import dev.syncline.problem.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When something runs by itself.
 *
 * @param at time of day, "03:00"
 * @param zone time zone of it, "Europe/Berlin"
 * @param day of the week; null for DAILY
 */
record Schedule(Every every, String at, String zone, DayOfWeek day) {

    enum Every {
        DAILY,
        WEEKLY
    }

    /** The first time after the given one. A time of day that a change of clocks leaves out comes an hour later that day. */
    Instant next(Instant after) {
        ZonedDateTime now = after.atZone(ZoneId.of(zone));
        LocalTime time = LocalTime.parse(at);
        ZonedDateTime next = switch (every) {
            case DAILY -> now.toLocalDate().atTime(time).atZone(now.getZone());
            case WEEKLY -> now.toLocalDate().with(TemporalAdjusters.nextOrSame(day)).atTime(time).atZone(now.getZone());
        };
        if (next.toInstant().isAfter(after)) {
            return next.toInstant();
        }
        return switch (every) {
            case DAILY -> now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone()).toInstant();
            case WEEKLY -> now.toLocalDate().with(TemporalAdjusters.next(day)).atTime(time).atZone(now.getZone()).toInstant();
        };
    }

    /** @throws ProblemException naming the field */
    void check() {
        if (every == null) {
            throw ProblemException.invalid("schedule.every", "Say whether it runs DAILY or WEEKLY; leave the schedule out for by hand only.");
        }
        if ((every == Every.WEEKLY) != (day != null)) {
            throw ProblemException.invalid("schedule.day", "A WEEKLY schedule needs a day such as MONDAY, a DAILY one has none.");
        }
        try {
            LocalTime.parse(at == null ? "" : at);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("schedule.at", "The time of day must be like 03:00.");
        }
        try {
            ZoneId.of(zone == null ? "" : zone);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("schedule.zone", "The time zone must be a name like Europe/Berlin or UTC.");
        }
    }
}
