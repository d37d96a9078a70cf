package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a change when the target is not there, loses its answer, or behaves as badly as targets do. */
interface MisbehavingTargetContract extends ContractPart {

    /** Short, because these tests wait for it to pass; nothing that must succeed hangs on it. */
    Duration SHORT = Duration.ofSeconds(1);

    Duration NO_HANG = Duration.ofSeconds(90);

    @Test
    default void tellsAnUnreachableTarget() {
        try (Trial trial = Trial.of(subject(), subject().at(closedPort()), Trial.TIMEOUT)) {
            String name = newName();
            assertThat(trial.apply(trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name))))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(trial.read(name, Optional.empty())).isInstanceOf(Reading.Unknown.class);
            assertThat(trial.list(10, _ -> true)).isInstanceOf(Listing.Failed.class);
            assertThat(trial.connector().check(new RecordingExchanges()).ok()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VANISH", "CLOSE"})
    default void doesNotKnowAfterALostAnswerAndMayTryAgain(FaultyProxy.Answers lost) {
        try (FaultyProxy proxy = FaultyProxy.before(subject().address());
                Trial trial = Trial.of(subject(), subject().at(proxy.address()), SHORT)) {
            String name = newName();
            Change change = trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name));
            warmUp(trial);
            proxy.answers(lost);
            assertThat(trial.apply(change)).isInstanceOf(Outcome.Unclear.class);
            proxy.answers(FaultyProxy.Answers.PASS);
            try (Trial later = Trial.of(subject())) {
                later.done(change);
            }
            assertThat(subject().look(name)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void endsInAnOutcomeWhateverTheTargetDoes(HostileTarget.Manner manner) {
        try (HostileTarget target = HostileTarget.thatDoes(manner);
                Trial trial = Trial.of(subject(), subject().at(target.address()), SHORT)) {
            for (Action action : Action.values()) {
                String name = newName();
                long started = System.nanoTime();
                Outcome outcome = trial.apply(trial.change(action, name, Optional.of(remoteId(name)), subject().attributes(name)));
                assertThat(outcome).isNotInstanceOfAny(Outcome.Done.class, Outcome.Accepted.class);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(NO_HANG);
            }
            assertThat(trial.read(newName(), Optional.empty())).isInstanceOf(Reading.Unknown.class);
            assertThat(trial.list(10, _ -> true)).isInstanceOf(Listing.Failed.class);
            Check check = trial.connector().check(new RecordingExchanges());
            assertThat(check.ok()).isFalse();
            trial.checkNoSettingShown(check.message());
        }
    }

    /** Signs in, so that the answer lost next is the change's own; on a slow machine it may take more than one try. */
    private void warmUp(Trial trial) {
        for (int time = 0; time < 20; time++) {
            if (trial.read(newName(), Optional.empty()) instanceof Reading.Gone) {
                return;
            }
        }
    }

    private static InetSocketAddress closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
