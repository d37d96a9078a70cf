package dev.syncline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.application.Target;
import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.journal.PersonalNames;
import dev.syncline.journal.Actor;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Parameters;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import dev.syncline.task.Task;
import dev.syncline.task.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final Judge judge = new Judge(new SplittableRandom(1));

    @Test
    void successIsSuccess() {
        assertThat(judge(new Outcome.Done(Optional.of("7"), Optional.of("adopted")), 0))
                .isEqualTo(new Verdict.Succeed("7", "adopted"));
    }

    @Test
    void aRefusalAndAnInvalidRequestGoStraightToAPerson() {
        assertThat(judge(new Outcome.Refused("403", "no"), 0)).isEqualTo(new Verdict.Fail(FailureKind.REFUSED, "no"));
        assertThat(judge(new Outcome.Invalid("mail is missing"), 0)).isEqualTo(new Verdict.Fail(FailureKind.INVALID, "mail is missing"));
    }

    @Test
    void aLaterAnswerHasADeadlineOnlyInCallbackMode() {
        assertThat(judge.judge(new Outcome.Accepted(Optional.empty()), task(0), target(true), NOW))
                .isEqualTo(new Verdict.Await(null, NOW.plus(Duration.ofHours(1))));
        assertThat(judge.judge(new Outcome.Accepted(Optional.empty()), task(0), target(false), NOW))
                .isInstanceOfSatisfying(Verdict.Fail.class, fail -> assertThat(fail.kind()).isEqualTo(FailureKind.INTERNAL));
    }

    @Test
    void throttlingObeysTheTargetAndCountsAsNoAttempt() {
        Verdict verdict = judge(new Outcome.Throttled(Optional.of(Duration.ofSeconds(90)), "429"), 7);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.RetryLater.class, later -> {
            assertThat(later.counted()).isFalse();
            assertThat(later.dueAt()).isBetween(NOW.plusSeconds(90), NOW.plusSeconds(91));
        });
    }

    @Test
    void aTargetThatAsksForDaysIsAMatterForAPerson() {
        assertThat(judge(new Outcome.Throttled(Optional.of(Duration.ofDays(3)), "quota"), 0))
                .isEqualTo(new Verdict.Fail(FailureKind.THROTTLED, "quota"));
    }

    @Test
    void theLastAttemptFails() {
        assertThat(judge(new Outcome.Unavailable("down"), 3)).isInstanceOf(Verdict.RetryLater.class);
        assertThat(judge(new Outcome.Unavailable("down"), 4)).isEqualTo(new Verdict.Fail(FailureKind.UNAVAILABLE, "down"));
        assertThat(judge(new Outcome.Unclear("broken"), 4)).isEqualTo(new Verdict.Fail(FailureKind.UNCLEAR, "broken"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theScheduleDoublesWithJitterUpToTheLongest(int made) {
        long whole = Math.min(60_000, 2_000L << made);
        for (long seed = 0; seed < 250; seed++) {
            Verdict verdict = new Judge(new SplittableRandom(seed)).judge(new Outcome.Unclear("x"), task(made), target(false), NOW);

            Duration wait = Duration.between(NOW, ((Verdict.RetryLater) verdict).dueAt());
            assertThat(wait).as("seed %d", seed).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
    }

    @Test
    void aLostWorkerCostsAnAttemptOnlyIfItMayHaveSentSomething() {
        assertThat(judge.lost(true, task(0), target(false), NOW)).isInstanceOfSatisfying(Verdict.RetryLater.class,
                later -> assertThat(later).matches(Verdict.RetryLater::counted).extracting(Verdict.RetryLater::kind).isEqualTo(FailureKind.UNCLEAR));
        assertThat(judge.lost(false, task(0), target(false), NOW)).isInstanceOfSatisfying(Verdict.RetryLater.class,
                later -> assertThat(later).matches(it -> !it.counted() && it.dueAt().equals(NOW)));
    }

    private Verdict judge(Outcome outcome, int attempts) {
        return judge.judge(outcome, task(attempts), target(false), NOW);
    }

    private static Target target(boolean callbackMode) {
        return new Target(UUID.randomUUID(), "HR", 1, null, null, Set.of(), Set.of(), PersonalNames.NONE, callbackMode, Duration.ofHours(1), 5,
                Duration.ofSeconds(2), Duration.ofMinutes(1), 8, null);
    }

    private static Task task(int attempts) {
        UUID id = UUID.randomUUID();
        return new Task(id, id, 1, id, "HR", ObjectType.ACCOUNT, id, "ming", null, null, Action.CREATE, Source.MANUAL, false,
                Priority.INTERACTIVE, Actor.SYSTEM, null, null, Parameters.named("ming"), null, null, Status.RUNNING, NOW, null, null, attempts + 1,
                attempts, 0, NOW, NOW, null, null, null, null, null, null, null, null, null, null, null);
    }
}
