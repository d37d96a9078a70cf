package dev.syncline.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.fixtures.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTokenTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final SettableClock clock = SettableClock.now();
    private final KeptToken token = new KeptToken(Duration.ofMinutes(5), clock);
    private final AtomicInteger asked = new AtomicInteger();

    private KeptToken.Given next() {
        return new KeptToken.Given("token " + asked.incrementAndGet(), TWO_HOURS);
    }

    private KeptToken.Given nobody() throws Stopped {
        asked.incrementAndGet();
        throw new Stopped(new Outcome.Unavailable("Nobody answers."));
    }

    @Test
    void isAskedForOnceWhileItIsFreshAndAgainAheadOfItsEnd() throws Stopped {
        assertThat(token.current(this::next)).isEqualTo("token 1");
        clock.advance(Duration.ofMinutes(114));
        assertThat(token.current(this::next)).isEqualTo("token 1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(token.current(this::next)).isEqualTo("token 2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void isSharedByAllWhoComeWhileItIsAskedFor() throws Exception {
        CountDownLatch all = new CountDownLatch(50);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> got = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                got.add(threads.submit(() -> {
                    all.countDown();
                    return token.current(() -> {
                        await(all);
                        return next();
                    });
                }));
            }
            for (Future<String> one : got) {
                assertThat(one.get()).isEqualTo("token 1");
            }
        }
        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void servesToItsEndWhenItCannotBeRenewedAheadOfIt() throws Stopped {
        token.current(this::next);
        clock.advance(Duration.ofMinutes(116));
        assertThat(token.current(this::nobody)).isEqualTo("token 1");
        assertThat(token.current(this::nobody)).as("nor is it tried with every request").isEqualTo("token 1");
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofMinutes(4));
        assertThatThrownBy(() -> token.current(this::nobody)).isInstanceOf(Stopped.class);
    }

    @Test
    void isForgottenWhenItIsRefusedAndNotTheOneThatCameAfterIt() throws Stopped {
        String first = token.current(this::next);
        token.drop(first);
        String second = token.current(this::next);
        token.drop(first);
        assertThat(token.current(this::next)).isEqualTo(second).isEqualTo("token 2");
    }

    @Test
    void ofAShortLifeIsRenewedAtHalfOfIt() throws Stopped {
        token.current(() -> new KeptToken.Given("short", Duration.ofMinutes(4)));
        clock.advance(Duration.ofSeconds(119));
        assertThat(token.current(this::next)).isEqualTo("short");
        clock.advance(Duration.ofSeconds(1));
        assertThat(token.current(this::next)).isEqualTo("token 1");
    }

    @Test
    void isNotShown() {
        assertThat(new KeptToken.Given("canary", TWO_HOURS).toString()).doesNotContain("canary");
    }
}
