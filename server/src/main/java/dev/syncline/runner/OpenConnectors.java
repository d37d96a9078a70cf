package dev.syncline.runner;

import dev.syncline.application.Target;
import dev.syncline.connector.Connector;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open connector per application, shared by all its tasks. When an application's settings change, tasks under way finish on the old
 * connector, which is closed with the last of them.
 */
final class OpenConnectors implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OpenConnectors.class);

    private final Map<UUID, Shared> current = new HashMap<>();

    /** A connector in use; closed by its user when the task is done with it. */
    final class Lease implements AutoCloseable {

        private final Shared shared;

        private Lease(Shared shared) {
            this.shared = shared;
        }

        Connector connector() {
            return shared.connector;
        }

        @Override
        public void close() {
            release(shared);
        }
    }

    private static final class Shared {
        private final int version;
        private final Connector connector;
        private int users;
        private boolean retired;

        private Shared(int version, Connector connector) {
            this.version = version;
            this.connector = connector;
        }
    }

    /** @throws IllegalArgumentException when the settings cannot work */
    synchronized Lease lease(Target target) {
        Shared shared = current.get(target.id());
        if (shared == null || shared.version != target.version()) {
            Shared fresh = new Shared(target.version(), target.type().open(target.settings()));
            current.put(target.id(), fresh);
            retire(shared);
            shared = fresh;
        }
        shared.users++;
        return new Lease(shared);
    }

    private synchronized void release(Shared shared) {
        shared.users--;
        if (shared.retired && shared.users == 0) {
            close(shared);
        }
    }

    private void retire(@Nullable Shared shared) {
        if (shared != null) {
            shared.retired = true;
            if (shared.users == 0) {
                close(shared);
            }
        }
    }

    private static void close(Shared shared) {
        try {
            shared.connector.close();
        } catch (RuntimeException e) {
            log.warn("A connector could not be closed", e);
        }
    }

    @Override
    public synchronized void close() {
        current.values().forEach(this::retire);
        current.clear();
    }
}
