package dev.syncline.bulkrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void oneASecondHaveTheirTurnOneByOne() {
        Pace pace = new Pace(60);
        Instant next = pace.first(NOON);
        assertThat(pace.due(next, NOON)).isEqualTo(1);
        next = pace.after(next, NOON, 1);
        assertThat(pace.due(next, NOON)).isZero();
        assertThat(pace.due(next, NOON.plusMillis(999))).isZero();
        assertThat(pace.due(next, NOON.plusMillis(1000))).isEqualTo(1);
    }

    @Test
    void fewerThanOneASecondWaitTheirTime() {
        Pace pace = new Pace(1);
        Instant next = pace.after(pace.first(NOON), NOON, 1);
        assertThat(pace.due(next, NOON.plusSeconds(59))).isZero();
        assertThat(pace.due(next, NOON.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void whatWasMissedIsCaughtUpWithForOneSecondAtMost() {
        Pace pace = new Pace(600);
        assertThat(pace.due(pace.first(NOON), NOON)).isEqualTo(10);
        assertThat(pace.due(NOON.minus(Duration.ofHours(1)), NOON)).isEqualTo(10);
    }

    @Test
    void aSmallerGroupLeavesTheRestDue() {
        Pace pace = new Pace(600);
        Instant next = pace.after(pace.first(NOON), NOON, 4);
        assertThat(pace.due(next, NOON)).isEqualTo(6);
    }

    @Test
    void overAMinuteThereAreAsManyAsWereSaid() {
        Pace pace = new Pace(700);
        Instant next = pace.first(NOON);
        int tasks = 0;
        for (Instant now = NOON; now.isBefore(NOON.plusSeconds(60)); now = now.plusMillis(130)) {
            int due = pace.due(next, now);
            next = pace.after(next, now, due);
            tasks += due;
        }
        assertThat(tasks).isBetween(690, 711);
    }
}
