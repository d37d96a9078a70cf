package dev.syncline.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taking access away never waits for a failure. */
class TakingAwayTest extends HeartTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void aDeletionSupersedesEverythingBeforeItThatIsNotOnTheWire() {
        UUID failed = failed(account, Action.UPDATE, attributes("phone", "?"));
        UUID queued = open(account, Action.UPDATE, binding("dev"));

        UUID deletion = open(account, Action.DELETE);

        assertThat(List.of(failed, queued)).allSatisfy(id ->
                assertThat(now(id)).returns(Status.SUPERSEDED, Task::status).returns(deletion, Task::supersededById));
        assertThat(claim()).extracting(Task::id).containsExactly(deletion);
    }

    @Test
    void aDeletionWaitsForWhatIsOnTheWireAndSupersedesItWhenThatFails() {
        UUID update = open(account, Action.UPDATE, attributes("phone", "?"));
        Task running = claim().getFirst();
        UUID deletion = open(account, Action.DELETE);

        assertThat(claim()).isEmpty();
        settle(running, new Verdict.RetryLater(FailureKind.UNAVAILABLE, "down", clock().instant().plusSeconds(600), true, "later"));

        assertThat(now(update)).returns(Status.SUPERSEDED, Task::status).returns(deletion, Task::supersededById);
        assertThat(claim()).extracting(Task::id).containsExactly(deletion);
    }

    @Test
    void aDisablingSupersedesEnablingAndUpdatesButNotAnUnbinding() {
        UUID failed = failed(account, Action.ENABLE, Parameters.named("ming"));
        UUID update = open(account, Action.UPDATE, attributes("phone", "1"));
        UUID unbinding = open(account, Action.UPDATE, unbinding("dev"));

        UUID disabling = open(account, Action.DISABLE);

        assertThat(status(failed)).isEqualTo(Status.SUPERSEDED);
        assertThat(status(update)).isEqualTo(Status.SUPERSEDED);
        assertThat(claim()).extracting(Task::id).containsExactly(unbinding);
        assertThat(ledger().blockers(List.of(disabling))).containsEntry(disabling, unbinding);
    }

    @Test
    void aDisablingPassesAFailedCreation() {
        UUID failed = failed(account, Action.CREATE, Parameters.named("ming"));

        UUID disabling = open(account, Action.DISABLE);

        assertThat(status(failed)).isEqualTo(Status.FAILED);
        assertThat(claim()).extracting(Task::id).containsExactly(disabling);
    }

    @Test
    void anUnbindingSupersedesTheFailedBindingOfTheSamePermissionAndPassesOthers() {
        UUID dev = failed(account, Action.UPDATE, binding("dev"));
        UUID other = failed(UUID.randomUUID(), Action.UPDATE, binding("ops"));

        UUID unbinding = open(account, Action.UPDATE, unbinding("dev"));
        open(now(other).objectId(), Action.UPDATE, unbinding("dev"));

        assertThat(now(dev)).returns(Status.SUPERSEDED, Task::status).returns(unbinding, Task::supersededById);
        assertThat(status(other)).isEqualTo(Status.FAILED);
        assertThat(claim()).hasSize(2);
    }

    @Test
    void aFailedTaskIsNotRetriedWhileADeletionOfItsLineIsOnTheWire() {
        UUID failed = failed(account, Action.CREATE, Parameters.named("ming"));
        UUID disabling = open(account, Action.DISABLE);
        assertThat(claim()).extracting(Task::id).containsExactly(disabling);

        repairs().retry(failed, ANNA);

        assertThat(claim()).isEmpty();
    }
}
