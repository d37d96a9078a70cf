package dev.syncline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void percentilesAreRightToWithinFivePercent() {
        long[] times = new Random(7).longs(5_000, 20, 3_000_000).map(time -> time * time / 1_000_000 + 25).sorted().toArray();
        Delays delays = new Delays();
        Arrays.stream(times).forEach(time -> delays.add(step(time), 1));
        for (double share : new double[] {0.01, 0.5, 0.95, 0.999, 1}) {
            long exact = times[(int) Math.ceil(share * times.length) - 1];
            assertThat((double) delays.percentile(share)).as("%s of all", share).isCloseTo(exact, within(exact * 0.05 + 1));
        }
        assertThat(delays.total()).isEqualTo(5_000);
    }

    @Test
    void oneTaskIsEveryPercentile() {
        Delays delays = new Delays();
        delays.add(step(1_000), 1);
        assertThat((double) delays.percentile(0.5)).isCloseTo(1_000, within(50.0));
        assertThat(delays.percentile(0.95)).isEqualTo(delays.percentile(0.5));
    }

    @Test
    void stepsMayComeInAnyOrderAndMoreThanOnce() {
        Delays delays = new Delays();
        delays.add(50, 2);
        delays.add(10, 1);
        delays.add(50, 1);
        assertThat(delays.percentile(0.25)).isEqualTo(Math.round(Math.pow(Delays.GROWTH, 10.5)));
        assertThat(delays.percentile(0.26)).isEqualTo(Math.round(Math.pow(Delays.GROWTH, 50.5)));
    }

    @Test
    void withoutTasksThereIsNoPercentile() {
        assertThat(new Delays().percentile(0.5)).isNull();
    }

    private static int step(long milliseconds) {
        return (int) Math.floor(Math.log(milliseconds) / Math.log(Delays.GROWTH));
    }
}
