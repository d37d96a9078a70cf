package dev.syncline.runner;

import dev.syncline.application.Target;
import dev.syncline.connector.Outcome;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Task;
import dev.syncline.task.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What follows from an outcome: a pure function, but for the jitter. */
final class Judge {

    /** Used when the target asks to come back later and does not say when. */
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(30);

    /** A target that asks for more than this is a matter for a person. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final RandomGenerator random;

    Judge(RandomGenerator random) {
        this.random = random;
    }

    /** The word kept in the attempt's record. */
    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "DONE";
            case Outcome.Accepted accepted -> "ACCEPTED";
            case Outcome.Refused refused -> "REFUSED";
            case Outcome.Throttled throttled -> "THROTTLED";
            case Outcome.Unavailable unavailable -> "UNAVAILABLE";
            case Outcome.Unclear unclear -> "UNCLEAR";
            case Outcome.Invalid invalid -> "INVALID";
        };
    }

    Verdict judge(Outcome outcome, Task task, Target target, Instant now) {
        return switch (outcome) {
            case Outcome.Done(var remoteId, var note) -> new Verdict.Succeed(remoteId.orElse(null), note.orElse(null));
            case Outcome.Accepted(var remoteId) -> target.callbackMode()
                    ? new Verdict.Await(remoteId.orElse(null), now.plus(target.callbackDeadline()))
                    : new Verdict.Fail(FailureKind.INTERNAL,
                            "The application took the request to answer later, but its callback mode is off: switch it on.");
            case Outcome.Refused(String code, String message) -> new Verdict.Fail(FailureKind.REFUSED, message);
            case Outcome.Invalid(String message) -> new Verdict.Fail(FailureKind.INVALID, message);
            case Outcome.Throttled(var retryAfter, String message, var _) -> throttled(retryAfter.orElse(UNNAMED_PAUSE), message, now);
            case Outcome.Unavailable(String message) -> again(FailureKind.UNAVAILABLE, message, task, target, now);
            case Outcome.Unclear(String message) -> again(FailureKind.UNCLEAR, message, task, target, now);
        };
    }

    /** A worker stopped without a result. What it may have sent makes it an attempt; what it never sent does not. */
    Verdict lost(boolean sent, Task task, Target target, Instant now) {
        return sent
                ? again(FailureKind.UNCLEAR, "The server stopped while the request was on its way.", task, target, now)
                : new Verdict.RetryLater(FailureKind.UNAVAILABLE, "The server stopped before anything was sent.", now, false,
                        "Taken up again");
    }

    /** How long a throttled application's other tasks wait too, where the limit is the whole application's. */
    static Duration pause(Outcome.Throttled throttled) {
        Duration asked = throttled.retryAfter().orElse(UNNAMED_PAUSE);
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private Verdict throttled(Duration pause, String message, Instant now) {
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            return new Verdict.Fail(FailureKind.THROTTLED, message);
        }
        // Spread a little behind the named time, or all would come back at once.
        Duration spread = Duration.ofMillis(random.nextLong(500));
        return new Verdict.RetryLater(FailureKind.THROTTLED, message, now.plus(pause).plus(spread), false, "The application asked to wait");
    }

    private Verdict again(FailureKind kind, String message, Task task, Target target, Instant now) {
        int made = task.attempts() - task.scheduleBase() + 1;
        if (made >= target.maxAttempts()) {
            return new Verdict.Fail(kind, message);
        }
        String reason = "Attempt " + (made + 1) + " of " + target.maxAttempts();
        return new Verdict.RetryLater(kind, message, now.plus(delay(made, target)), true, reason);
    }

    /** Doubles with every attempt up to the longest, then anything between half of it and all of it. */
    private Duration delay(int made, Target target) {
        long longest = target.maxDelay().toMillis();
        long base = Math.min(longest, target.firstDelay().toMillis() << Math.min(made - 1, 30));
        long whole = base <= 0 ? longest : base;
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
