package dev.syncline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource({
        "24h, 2026-05-04T10:30:00Z, 2026-05-03T11:00:00Z, 2026-05-04T11:00:00Z",
        "24h, 2026-05-04T10:00:00Z, 2026-05-03T11:00:00Z, 2026-05-04T11:00:00Z",
        "7d, 2026-05-04T10:30:00Z, 2026-04-27T12:00:00Z, 2026-05-04T12:00:00Z",
        "30d, 2026-05-04T10:30:00Z, 2026-04-05T00:00:00Z, 2026-05-05T00:00:00Z",
    })
    void beginsAndEndsEvenly(String label, Instant now, Instant from, Instant to) {
        assertThat(Range.of(label).from(now)).isEqualTo(from);
        assertThat(Range.of(label).to(now)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"24H", "1y", "''"})
    void anotherOneIsRefused(String label) {
        assertThatThrownBy(() -> Range.of(label)).isInstanceOf(ProblemException.class).hasMessageContaining("24h, 7d or 30d");
    }
}
