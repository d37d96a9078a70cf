package dev.syncline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineViewsTest {

    private final LineViews views = TestServer.shared().bean(LineViews.class);

    /** Deleted users go for good within seconds, and a simulation over everybody takes longer. */
    @Test
    void whatWasDeletedSinceItWasLookedAtIsLeftOut() {
        Rule rule = new Rule(UUID.randomUUID(), 1, "Sales", _ -> true, Set.of(), OnLeaving.NOTHING);
        Line line = new Line(UUID.randomUUID(), new Target(UUID.randomUUID(), null), Line.Kind.GAINED, rule);
        Tally tally = new Tally(10);
        tally.add(1, 1, new Difference(List.of(line), List.of(), List.of(), List.of()));

        assertThat(views.lines(List.of(line))).isEmpty();
        assertThat(views.sample(tally).get(Line.Kind.GAINED)).isEmpty();
        assertThat(views.applications(tally)).isEmpty();
        assertThat(tally.users()).containsEntry(Line.Kind.GAINED, 1);
    }
}
