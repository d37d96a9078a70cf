package dev.syncline.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T04:04:05+01:00, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05, 2026-01-02T03:04:05Z",
        "20260102030405Z, 2026-01-02T03:04:05Z",
        "20260102030405.0Z, 2026-01-02T03:04:05Z",
        "20260102040405+0100, 2026-01-02T03:04:05Z",
        "20260102030405, 2026-01-02T03:04:05Z",
        "134117966450000000, 2026-01-02T03:04:05Z",
        "1767323045, 2026-01-02T03:04:05Z",
        "1767323045000, 2026-01-02T03:04:05Z",
    })
    void understandsWhatTargetsWrite(String text, Instant time) {
        assertThat(SignInTime.of(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "9223372036854775807", "99999999999999999999", "never", "20261302030405Z"})
    void takesNothingElseForATime(String text) {
        assertThat(SignInTime.of(text)).isEmpty();
    }

    @Test
    void takesNothingForNoTime() {
        assertThat(SignInTime.of(null)).isEmpty();
    }
}
