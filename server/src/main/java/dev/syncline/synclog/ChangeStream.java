package dev.syncline.synclog;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader's stream (server-sent events, WHATWG HTML section 9.2). It has a thread of its own, so that a reader who does not read
 * keeps up nobody else; what happens meanwhile is gathered, and beyond a bound only counted as "more".
 */
final class ChangeStream {

    private static final Logger log = LoggerFactory.getLogger(ChangeStream.class);

    /** At most two events a second. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Then the reader comes again by itself, and is asked again who it is and what it may see. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_IDS = 500;

    /**
     * What an event carries.
     *
     * @param more more changed than the ids tell: read the list again
     */
    record Changes(List<UUID> ids, boolean more) {}

    private final TaskFilter filter;
    private final LogRepository repository;
    private final Consumer<ChangeStream> ended;
    private final SseEmitter emitter = new SseEmitter(0L);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private boolean more;
    private boolean over;

    ChangeStream(TaskFilter filter, LogRepository repository, Consumer<ChangeStream> ended) {
        this.filter = filter;
        this.repository = repository;
        this.ended = ended;
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::end);
        emitter.onError(error -> end());
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        Thread.ofVirtual().name("log-stream").start(this::run);
    }

    void changed(Collection<UUID> ids) {
        told(() -> {
            if (changed.size() + ids.size() > MOST_IDS) {
                more = true;
            } else {
                changed.addAll(ids);
            }
        });
    }

    void changedMany() {
        told(() -> more = true);
    }

    void end() {
        told(() -> over = true);
    }

    private void told(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            // Tells the reader, and every proxy between, that the stream is open.
            emitter.send(SseEmitter.event().comment("open"));
            long end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < end && waitForNews()) {
                deliver(take());
                Thread.sleep(PAUSE);
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A reader of the log has gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("A reader's stream of the log ended by a fault", e);
        } finally {
            ended.accept(this);
            emitter.complete();
        }
    }

    /** Waits until something changed or a heartbeat is due. False when the stream is over. */
    private boolean waitForNews() throws InterruptedException {
        lock.lock();
        try {
            long left = HEARTBEAT.toNanos();
            while (!over && !more && changed.isEmpty() && left > 0) {
                left = news.awaitNanos(left);
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    private Changes take() {
        lock.lock();
        try {
            Changes changes = new Changes(List.copyOf(changed), more);
            changed.clear();
            more = false;
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Changes changes) throws IOException {
        List<UUID> ids = filter.isEmpty() || changes.ids.isEmpty() ? changes.ids : repository.among(filter, changes.ids);
        if (ids.isEmpty() && !changes.more) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else {
            emitter.send(SseEmitter.event().name("tasks").data(new Changes(ids, changes.more), MediaType.APPLICATION_JSON));
        }
    }
}
