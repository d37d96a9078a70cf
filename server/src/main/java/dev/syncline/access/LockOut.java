package dev.syncline.access;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks names and addresses for a while after wrong passwords or codes. Counted in the database, so that guesses spread over several
 * servers add up, and for names nobody has, so that nobody learns which there are.
 */
@Service
class LockOut {

    /** Wrong ones in a row before a name is locked: from the next on one minute, doubling up to an hour. */
    static final int FREE = 4;
    /** Many people may share an address. */
    static final int FREE_FOR_AN_ADDRESS = 50;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_FOR_AN_ADDRESS = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration FORGOTTEN_FOR_AN_ADDRESS = Duration.ofHours(1);

    private final LockOutRepository failures;
    private final Clock clock;

    LockOut(LockOutRepository failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** @throws ProblemException TOO_MANY_REQUESTS */
    void refuseLocked(String userName, String address) {
        Instant now = clock.instant();
        failures.lockedUntil(ofAddress(address), now).ifPresent(until -> {
            throw refusal("Too many wrong passwords from your address", now, until);
        });
        failures.lockedUntil(ofName(userName), now).ifPresent(until -> {
            throw refusal("Too many wrong passwords for this user name", now, until);
        });
    }

    private static ProblemException refusal(String what, Instant now, Instant until) {
        long minutes = Math.ceilDiv(Duration.between(now, until).toSeconds(), 60);
        return new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
                what + ". Try again in " + Math.max(minutes, 1) + (minutes <= 1 ? " minute." : " minutes."));
    }

    void failed(String userName, String address) {
        count(ofName(userName), FREE, LONGEST, FORGOTTEN);
        count(ofAddress(address), FREE_FOR_AN_ADDRESS, LONGEST_FOR_AN_ADDRESS, FORGOTTEN_FOR_AN_ADDRESS);
    }

    private void count(byte[] subject, int free, Duration longest, Duration forgotten) {
        Instant now = clock.instant();
        int inARow = failures.count(subject, now, now.minus(forgotten));
        after(inARow, free, longest).ifPresent(duration -> failures.lock(subject, now.plus(duration)));
    }

    /** How long to lock after so many failures. */
    static Optional<Duration> after(int inARow, int free, Duration longest) {
        if (inARow <= free) {
            return Optional.empty();
        }
        Duration duration = Duration.ofMinutes(1L << Math.min(inARow - free - 1, 6));
        return Optional.of(duration.compareTo(longest) > 0 ? longest : duration);
    }

    /** The address is not forgotten: whoever has one right password could try those of others for ever. */
    void forget(String userName) {
        failures.delete(ofName(userName));
    }

    /** Empty when the name is not locked. */
    Optional<Instant> lockedUntil(String userName) {
        return failures.lockedUntil(ofName(userName), clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        failures.deleteOld(now, now.minus(FORGOTTEN));
    }

    private static byte[] ofName(String userName) {
        return Token.hash("name:" + userName.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] ofAddress(String address) {
        return Token.hash("address:" + address);
    }
}
