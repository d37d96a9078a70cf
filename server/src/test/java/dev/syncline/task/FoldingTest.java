package dev.syncline.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Updates that were never sent travel with a newer one. */
class FoldingTest extends HeartTest {

    private final UUID account = UUID.randomUUID();

    @Test
    void anUnsentUpdateOfAttributesIsFoldedIntoTheNewerOne() {
        UUID older = open(account, Action.UPDATE, attributes("phone", "1", "title", "Engineer"));

        UUID newer = open(account, Action.UPDATE, attributes("title", "Manager"));

        assertThat(now(older)).returns(Status.SUPERSEDED, Task::status).returns(newer, Task::supersededById);
        assertThat(now(newer).parameters().attributes()).isEqualTo(Map.of("phone", "1", "title", "Manager"));
        assertThat(events(older)).containsExactly("OPENED", "FOLDED");
        assertThat(claim()).extracting(Task::id).containsExactly(newer);
    }

    @Test
    void anUpdateThatWasSentStands() {
        UUID older = open(account, Action.UPDATE, attributes("phone", "1"));
        Task running = claim().getFirst();
        settle(running, new Verdict.RetryLater(FailureKind.UNCLEAR, "broken", clock().instant(), true, "again"));

        UUID newer = open(account, Action.UPDATE, attributes("phone", "2"));

        assertThat(status(older)).isEqualTo(Status.QUEUED);
        assertThat(now(newer).parameters().attributes()).isEqualTo(Map.of("phone", "2"));
    }

    @Test
    void aBindingIsNeverFolded() {
        UUID binding = open(account, Action.UPDATE, binding("dev"));

        open(account, Action.UPDATE, attributes("phone", "2"));

        assertThat(status(binding)).isEqualTo(Status.QUEUED);
    }

    @Test
    void anUnbindingTakesNothingUpThatCouldBeRefused() {
        UUID update = open(account, Action.UPDATE, attributes("phone", "1"));

        UUID unbinding = open(account, Action.UPDATE, unbinding("dev"));

        assertThat(status(update)).isEqualTo(Status.QUEUED);
        assertThat(now(unbinding).parameters().attributes()).isEmpty();
    }
}
