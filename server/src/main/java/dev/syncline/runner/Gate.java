package dev.syncline.runner;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What keeps one application from being overrun: so many requests at a time, so many a second. This server's share of the
 * application's limits; the share changes as servers come and go.
 *
 * <p>More may write their request down than may send it, so that the wire is not idle while the database commits, and so that one commit
 * carries many requests: a target on the same machine gets what the database does not need.
 */
final class Gate {

    /** Below this limit the wire being idle for a commit is not worth a request on record before its time. */
    private static final int WORTH_WRITING_AHEAD = 16;

    /** This many times what may be sent at a time may be on record before its time. After a crash it is asked for again, as of unclear outcome. */
    private static final int AHEAD = 3;

    /** How long a request may wait to be written down while the wire has others to send: at a thousand a second that makes groups of fifty. */
    private static final Duration STOCKED = Duration.ofMillis(50);

    private final Adjustable writing = new Adjustable();
    private final Adjustable sending = new Adjustable();
    private long interval;
    private long nextFree = System.nanoTime();

    /**
     * @param concurrency requests at a time
     * @param ratePerSecond requests a second; null for no limit
     */
    synchronized void limit(int concurrency, @Nullable Double ratePerSecond) {
        sending.resize(concurrency);
        writing.resize(concurrency + (concurrency < WORTH_WRITING_AHEAD ? 0 : AHEAD * concurrency));
        interval = ratePerSecond == null ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / ratePerSecond);
    }

    /** Waits until a request may be written down. Every call is followed by one of {@link #leave} or {@link #giveUp}. */
    void admit() {
        writing.acquireUninterruptibly();
        pause(turn());
    }

    /** How long a request may wait to be written down together with others; not at all when the wire may soon wait for it. */
    Duration patience() {
        return sending.isStocked() ? STOCKED : Duration.ZERO;
    }

    /** The request is not sent after all. */
    void giveUp() {
        writing.release();
    }

    /** Waits until the request, now on record, may be sent. */
    void enter() {
        sending.acquireUninterruptibly();
    }

    /** The exchange is over. */
    void leave() {
        sending.release();
        writing.release();
    }

    private synchronized Duration turn() {
        long now = System.nanoTime();
        long at = Math.max(now, nextFree);
        nextFree = at + interval;
        return Duration.ofNanos(at - now);
    }

    private static void pause(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A semaphore whose number of permits can be changed while they are out. */
    private static final class Adjustable extends Semaphore {

        private volatile int size;

        Adjustable() {
            super(0);
        }

        /** Whether as many wait for a permit as there are. */
        boolean isStocked() {
            return getQueueLength() >= size;
        }

        synchronized void resize(int wanted) {
            if (wanted > size) {
                release(wanted - size);
            } else {
                reducePermits(size - wanted);
            }
            size = wanted;
        }
    }
}
