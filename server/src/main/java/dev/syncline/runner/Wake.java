package dev.syncline.runner;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bell: rung any number of times, it wakes the one who waits once. */
final class Wake {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits until it rings, at most so long. */
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
