package dev.syncline.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpVerdictTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private static Outcome outcome(int status, Map<String, List<String>> headers, String body) {
        return new HttpVerdict(CLOCK).failed(new HttpReply(status, headers, body, false), "Creating ada").outcome();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Retry-After | 7 | 7",
        "retry-after | Sun, 22 Nov 2026 12:01:30 GMT | 90",
        "Retry-After | Sun, 22 Nov 2026 11:00:00 GMT | 0",
        "x-ogw-ratelimit-reset | 12 | 12",
        "X-RateLimit-Reset | 1795348830 | 30",
        "RateLimit-Reset | 5 | 5",
        "Retry-After | 99999999 | 86400"
    })
    void throttlingObeysTheTargetsHeaders(String header, String value, long seconds) {
        assertThat(outcome(429, Map.of(header, List.of(value)), "")).isInstanceOfSatisfying(
                Outcome.Throttled.class, throttled -> assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void throttlingWithoutAReadableTimeNamesNone() {
        assertThat(outcome(429, Map.of("Retry-After", List.of("soon")), "")).isInstanceOfSatisfying(
                Outcome.Throttled.class, throttled -> assertThat(throttled.retryAfter()).isEqualTo(Optional.empty()));
    }

    @Test
    void busyIsThrottlingOnlyWhenATimeIsNamed() {
        assertThat(outcome(503, Map.of("Retry-After", List.of("3")), "")).isInstanceOf(Outcome.Throttled.class);
        assertThat(outcome(503, Map.of(), "")).isInstanceOf(Outcome.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 502, 504})
    void whatDidNotReachTheApplicationLeftNothingDone(int status) {
        assertThat(outcome(status, Map.of(), "")).isInstanceOf(Outcome.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 507, 599})
    void aFailureInsideTheApplicationLeavesItsEffectUnknown(int status) {
        assertThat(outcome(status, Map.of(), "")).isInstanceOf(Outcome.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501, 505})
    void aRefusalSaysWhatTheTargetSaid(int status) {
        assertThat(outcome(status, Map.of(), "{\"detail\":\"No\\nsuch thing.\"}")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Integer.toString(status));
            assertThat(refused.message()).contains("Creating ada failed. The target answered " + status + ": No such thing").endsWith(".");
        });
    }

    @Test
    void aRedirectIsRefusedAndSaysWhereItLeads() {
        assertThat(outcome(302, Map.of("Location", List.of("https://elsewhere/")), "")).isInstanceOfSatisfying(
                Outcome.Refused.class, refused -> assertThat(refused.message()).contains("https://elsewhere/", "never followed"));
    }
}
