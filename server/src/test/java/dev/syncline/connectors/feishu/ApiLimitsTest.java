package dev.syncline.connectors.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.syncline.connector.Outcome;
import dev.syncline.connector.Outcome.Throttled.Reach;
import dev.syncline.connectors.Stopped;
import dev.syncline.fixtures.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiLimitsTest {

    private static final Request CREATING = Request.of(Api.CREATE_USER, "Creating ada");
    private static final Request FREEZING = Request.of(Api.MOVE_OR_FREEZE_USER, "Freezing ada");

    private final SettableClock clock = SettableClock.now();
    private final ApiLimits limits = new ApiLimits(clock);

    @Test
    void holdsTheOperationThatWasCalledTooOftenAndNoOther() {
        Outcome.Throttled refused = outcome(limits.close(CREATING, Optional.of(Duration.ofSeconds(52)), 1000));
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(52));
        assertThat(refused.reach()).isEqualTo(Reach.OPERATION);
        assertThat(putOff(CREATING).message()).contains("POST /contact/v3/users").contains("nothing was sent").endsWith(".");
        assertThatCode(() -> limits.requireOpen(FREEZING)).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(52));
        assertThatCode(() -> limits.requireOpen(CREATING)).doesNotThrowAnyException();
    }

    @Test
    void givesThoseWhoWaitTurnsAsFarApartAsTheLimitAllows() {
        assertThat(outcome(limits.close(FREEZING, Optional.of(Duration.ofSeconds(1)), 1)).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(putOff(FREEZING).retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(putOff(FREEZING).retryAfter()).contains(Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(1));
        assertThat(outcome(limits.close(FREEZING, Optional.of(Duration.ofSeconds(1)), 1)).retryAfter())
                .as("behind those who have a turn already").contains(Duration.ofSeconds(3));
    }

    @Test
    void holdsNobodyWhenThePlatformNamesNoTime() {
        assertThat(outcome(limits.close(CREATING, Optional.empty(), 1)).retryAfter()).isEmpty();
        assertThatCode(() -> limits.requireOpen(CREATING)).doesNotThrowAnyException();
    }

    @Test
    void holdsEverythingWhenNoTokenIsGiven() {
        Request signingIn = Request.of(Api.TOKEN, "Signing in to Feishu");
        assertThat(outcome(limits.close(signingIn, Optional.of(Duration.ofSeconds(5)), 1)).reach()).isEqualTo(Reach.TARGET);
    }

    private Outcome.Throttled putOff(Request request) {
        return outcome(catchThrowableOfType(Stopped.class, () -> limits.requireOpen(request)));
    }

    private static Outcome.Throttled outcome(Stopped stopped) {
        return (Outcome.Throttled) stopped.outcome();
    }
}
