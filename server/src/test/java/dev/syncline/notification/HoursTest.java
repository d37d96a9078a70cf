package dev.syncline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {

    private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final Hours OFFICE = new Hours("08:00", "18:00", "Europe/Berlin", WORKDAYS);
    private static final Hours NIGHT = new Hours("22:00", "06:00", "UTC", List.of(DayOfWeek.FRIDAY));

    @Test
    void coverFromTheirBeginningUntilBeforeTheirEnd() {
        assertThat(OFFICE.covers(Instant.parse("2026-05-04T06:00:00Z"))).isTrue();
        assertThat(OFFICE.covers(Instant.parse("2026-05-04T05:59:59Z"))).isFalse();
        assertThat(OFFICE.covers(Instant.parse("2026-05-04T16:00:00Z"))).isFalse();
        assertThat(OFFICE.covers(Instant.parse("2026-05-03T10:00:00Z"))).as("a Sunday").isFalse();
    }

    @Test
    void overMidnightTheyBelongToTheDayOnWhichTheyBegin() {
        assertThat(NIGHT.covers(Instant.parse("2026-05-09T05:00:00Z"))).as("Saturday morning").isTrue();
        assertThat(NIGHT.covers(Instant.parse("2026-05-08T05:00:00Z"))).as("Friday morning").isFalse();
        assertThat(new Hours("00:00", "00:00", "UTC", null).covers(Instant.EPOCH)).as("a whole day").isTrue();
    }

    @Test
    void timeOutsideDoesNotCount() {
        Instant fridayAtFive = Instant.parse("2026-05-08T15:00:00Z");
        Instant mondayAtNine = Instant.parse("2026-05-11T07:00:00Z");
        assertThat(OFFICE.between(fridayAtFive, mondayAtNine)).isEqualTo(Duration.ofHours(2));
        assertThat(OFFICE.between(mondayAtNine, mondayAtNine.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(NIGHT.between(Instant.parse("2026-05-09T05:00:00Z"), Instant.parse("2026-05-10T05:00:00Z"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aChangeOfClocksCountsAsItIs() {
        // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
        Hours early = new Hours("01:00", "04:00", "Europe/Berlin", null);
        assertThat(early.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z"))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aSilenceOfYearsIsCountedQuickly() {
        assertThat(OFFICE.between(Instant.EPOCH, Instant.parse("2026-05-08T15:00:00Z"))).isBetween(Duration.ofHours(400), Duration.ofHours(450));
    }

    @Test
    void nonsenseIsRefusedByField() {
        assertThatThrownBy(() -> new Hours("8", "18:00", "UTC", null).check("quiet")).isInstanceOf(ProblemException.class).hasMessageContaining("08:00");
        assertThatThrownBy(() -> new Hours("08:00", "18:00", "Berlin", null).check("quiet")).hasMessageContaining("Europe/Berlin");
    }
}
