package dev.syncline.connectors.http;

import dev.syncline.connectors.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An access token, kept until shortly before it expires. One thread asks for a new one, the others wait for what it gets. */
public final class KeptToken {

    /** After a renewal ahead of time failed, the old token serves this long before the next try. */
    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    /** @param lifetime from now, as its giver says */
    public record Given(String value, Duration lifetime) {
        @Override
        public String toString() {
            return "Given[" + lifetime + "]";
        }
    }

    /** Gets a token from whoever gives them. */
    @FunctionalInterface
    public interface Asking {
        Given ask() throws Stopped;
    }

    private record Kept(String value, Instant renewal, Instant end) {}

    private final Duration margin;
    private final InstantSource clock;
    private final ReentrantLock getting = new ReentrantLock();
    private volatile @Nullable Kept kept;

    /** @param margin how long before its end a token is replaced, so that it does not expire on the way */
    public KeptToken(Duration margin, InstantSource clock) {
        this.margin = margin;
        this.clock = clock;
    }

    /** @throws Stopped when there is none and none is given; one that could only not be renewed ahead of its end still serves */
    public String current(Asking asking) throws Stopped {
        Kept token = kept;
        if (token != null && fresh(token)) {
            return token.value();
        }
        getting.lock();
        try {
            Kept before = kept;
            Kept now = before != null && fresh(before) ? before : renewed(before, asking);
            kept = now;
            return now.value();
        } finally {
            getting.unlock();
        }
    }

    /** Forgets a token that is refused; one that came after it stays. */
    public void drop(String refused) {
        getting.lock();
        try {
            if (kept != null && kept.value().equals(refused)) {
                kept = null;
            }
        } finally {
            getting.unlock();
        }
    }

    private boolean fresh(Kept token) {
        return clock.instant().isBefore(token.renewal());
    }

    private Kept renewed(@Nullable Kept before, Asking asking) throws Stopped {
        try {
            Given given = asking.ask();
            Instant now = clock.instant();
            return new Kept(given.value(), now.plus(untilRenewal(given.lifetime())), now.plus(given.lifetime()));
        } catch (Stopped stopped) {
            Instant now = clock.instant();
            if (before == null || !now.isBefore(before.end())) {
                throw stopped;
            }
            return new Kept(before.value(), now.plus(NEXT_TRY), before.end());
        }
    }

    private Duration untilRenewal(Duration lifetime) {
        return lifetime.compareTo(margin.multipliedBy(2)) > 0 ? lifetime.minus(margin) : lifetime.dividedBy(2);
    }
}
