package dev.syncline.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Group commit: many threads hand in one item each and wait; a few writers write what has come together meanwhile in one
 * transaction. One statement for a hundred rows costs little more than one for a single row.
 *
 * @param <T> the item
 */
public final class GroupWriter<T> implements AutoCloseable {

    /** @param until when it wants to be written, by {@link System#nanoTime} */
    private record Pending<T>(T item, long until, CompletableFuture<Void> done) {}

    private final LinkedBlockingQueue<Pending<T>> queue = new LinkedBlockingQueue<>();
    private final int largest;
    private final Consumer<List<T>> write;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean closed;
    private volatile boolean busy;

    /**
     * @param largest items in one transaction at most
     * @param writers how many write at the same time
     * @param write writes a group in one transaction; when it throws, the group's items are written one by one
     */
    public GroupWriter(String name, int largest, int writers, Consumer<List<T>> write) {
        this.largest = largest;
        this.write = write;
        for (int i = 0; i < writers; i++) {
            this.writers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::loop));
        }
    }

    /**
     * Returns once the item is durable.
     *
     * @param patience how long it may wait for neighbours while there is much to write: fewer, larger commits leave disk and processors to
     *     others. The least patient of a group decides; an item that comes alone is written at once
     * @throws RuntimeException what its own writing threw
     */
    public void write(T item, Duration patience) {
        Pending<T> pending = new Pending<>(item, System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        queue.add(pending);
        if (closed) {
            pending.done.completeExceptionally(new IllegalStateException("The writer is closed."));
        }
        try {
            pending.done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void loop() {
        List<Pending<T>> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                gather(group);
            } catch (InterruptedException e) {
                // Closed: what was gathered is written, and then what is left.
            }
            if (!group.isEmpty()) {
                flush(group);
                busy = group.size() > 1;
                group.clear();
            }
        }
    }

    private void gather(List<Pending<T>> group) throws InterruptedException {
        queue.drainTo(group, largest - group.size());
        if (!busy && group.size() == 1) {
            return;
        }
        for (long left = left(group); left > 0 && group.size() < largest; left = left(group)) {
            Pending<T> next = queue.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                group.add(next);
                queue.drainTo(group, largest - group.size());
            }
        }
    }

    /** Nanoseconds until the first of them wants to be written. */
    private static <T> long left(List<Pending<T>> group) {
        long now = System.nanoTime();
        return group.stream().mapToLong(pending -> pending.until - now).min().orElse(0);
    }

    private void flush(List<Pending<T>> group) {
        try {
            write.accept(group.stream().map(Pending::item).toList());
            group.forEach(pending -> pending.done.complete(null));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().done.completeExceptionally(e);
            } else {
                // One bad item must not take the others with it.
                group.forEach(pending -> flush(List.of(pending)));
            }
        }
    }

    /** Writes what was handed in and stops. */
    @Override
    public void close() {
        closed = true;
        writers.forEach(Thread::interrupt);
        for (Thread writer : writers) {
            try {
                writer.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
