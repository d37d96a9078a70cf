package dev.syncline.connectors.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** When a target that throttles wants to be asked again. */
final class RetryAfter {

    /** Seconds until the limit is lifted, or the second of the epoch when it is; services use both under the same names. */
    private static final List<String> RESETS = List.of("x-ogw-ratelimit-reset", "RateLimit-Reset", "X-RateLimit-Reset");

    /** A number from here on (September 2001) is a time of day rather than a wait of thirty years. */
    private static final long EPOCH = 1_000_000_000L;

    /** Longer waits are a mistake of the target's or of its clock. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Empty when the target names no time, or one nobody can read. */
    static Optional<Duration> of(HttpReply reply, InstantSource clock) {
        Optional<Duration> wait = reply.header("Retry-After").flatMap(value -> retryAfter(value.strip(), clock));
        return wait.or(() -> RESETS.stream()
                        .flatMap(name -> reply.header(name).stream())
                        .flatMap(value -> seconds(value.strip(), clock).stream())
                        .findFirst())
                .map(RetryAfter::bounded);
    }

    /** RFC 9110, section 10.2.3: seconds, or a date. */
    private static Optional<Duration> retryAfter(String value, InstantSource clock) {
        return seconds(value, clock).or(() -> {
            try {
                Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                return Optional.of(Duration.between(clock.instant(), at));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Duration> seconds(String value, InstantSource clock) {
        try {
            long number = (long) Math.ceil(Double.parseDouble(value));
            return Optional.of(number < EPOCH
                    ? Duration.ofSeconds(number)
                    : Duration.between(clock.instant(), Instant.ofEpochSecond(Math.min(number, Integer.MAX_VALUE * 2L))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
