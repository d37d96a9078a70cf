package dev.syncline.samples;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** The misbehaviour a sample target has ahead of it, one fault per request, in order. */
public final class Faults {

    private final ConcurrentLinkedQueue<Fault> ahead = new ConcurrentLinkedQueue<>();

    /** The next {@code requests} requests meet this fault, after those already planned. */
    public void next(int requests, Fault fault) {
        IntStream.range(0, requests).forEach(_ -> ahead.add(fault));
    }

    public void clear() {
        ahead.clear();
    }

    Optional<Fault> take() {
        return Optional.ofNullable(ahead.poll());
    }
}
