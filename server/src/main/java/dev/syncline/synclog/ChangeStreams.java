package dev.syncline.synclog;

import dev.syncline.modules.Modules;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The readers that follow the log. When the server stops, their streams are ended before it waits for open requests: they would
 * never end by themselves. They also end when the log's modules are switched off.
 */
@Component
class ChangeStreams implements SmartLifecycle {

    private static final int MOST_READERS = 200;

    private final LogRepository repository;
    private final Modules modules;
    private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    ChangeStreams(LogRepository repository, Modules modules) {
        this.repository = repository;
        this.modules = modules;
    }

    /**
     * Begins a stream, which ends when the reader goes away or the server stops.
     *
     * @throws ProblemException TOO_MANY_REQUESTS when too many follow already
     */
    SseEmitter open(TaskFilter filter) {
        if (!running || streams.size() >= MOST_READERS) {
            throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS,
                    "As many readers as this server serves follow the log already. Close another one, or reload from time to time.");
        }
        ChangeStream stream = new ChangeStream(filter.unchanging(), repository, streams::remove);
        streams.add(stream);
        stream.start();
        if (!running) {
            stream.end();
        }
        return stream.emitter();
    }

    /** Tasks changed. */
    void changed(Collection<UUID> ids) {
        if (mayBeTold()) {
            streams.forEach(stream -> stream.changed(ids));
        }
    }

    /** More tasks changed than can be told, or some notices may have been missed. */
    void changedMany() {
        if (mayBeTold()) {
            streams.forEach(ChangeStream::changedMany);
        }
    }

    private boolean mayBeTold() {
        if (streams.isEmpty() || modules.logIsOn()) {
            return true;
        }
        streams.forEach(ChangeStream::end);
        return false;
    }

    int readers() {
        return streams.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.forEach(ChangeStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase stops first: before the web server begins to wait for its requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
