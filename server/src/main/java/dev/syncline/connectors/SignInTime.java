package dev.syncline.connectors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in the forms targets write it: ISO 8601, generalized time (RFC 4517, 3.3.13), Active Directory's count of 100 ns since 1601
 * (FILETIME), and seconds or milliseconds since 1970. Told apart by how they look.
 */
public final class SignInTime {

    /** 100 ns from 1601 to 1970. */
    private static final long FILETIME_EPOCH = 116_444_736_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern GENERALIZED =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(\\d{2})?(?:[.,]\\d+)?(Z|[+-]\\d{2}(?:\\d{2})?)?");
    private SignInTime() {}

    /** Empty when it is no time, or says "never" (0, or the largest FILETIME). */
    public static Optional<Instant> of(String text) {
        String stripped = text == null ? "" : text.strip();
        try {
            Matcher parts = GENERALIZED.matcher(stripped);
            if (parts.matches() && (stripped.length() == 14 || !NUMBER.matcher(stripped).matches())) {
                return Optional.of(generalized(parts));
            }
            return NUMBER.matcher(stripped).matches() ? number(Long.parseLong(stripped)) : Optional.of(iso(stripped));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant generalized(Matcher parts) {
        LocalDateTime time = LocalDateTime.of(part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4), part(parts, 5), part(parts, 6));
        return time.toInstant(parts.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(7)));
    }

    private static int part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static Optional<Instant> number(long number) {
        if (number <= 0 || number == Long.MAX_VALUE) {
            return Optional.empty();
        }
        if (number > FILETIME_EPOCH / 10) {
            return Optional.of(Instant.EPOCH.plusMillis((number - FILETIME_EPOCH) / 10_000)).filter(at -> at.isAfter(Instant.EPOCH));
        }
        return Optional.of(number > 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }

    private static Instant iso(String text) {
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact ? exact.toInstant() : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }
}
