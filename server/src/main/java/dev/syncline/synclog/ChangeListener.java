package dev.syncline.synclog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears on one connection what tasks changed, on whichever server. The payload of a notice is a JSON array of ids, or {@code "many"}.
 * After a lost connection readers are told that more changed than is known.
 */
@Component
class ChangeListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
    private static final int POLL_MILLIS = 500;
    private static final Duration AFTER_LOSS = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final ChangeStreams streams;
    private final JsonMapper json;
    private volatile @Nullable Thread listening;

    ChangeListener(DataSource dataSource, ChangeStreams streams, JsonMapper json) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.json = json;
    }

    @Override
    public void start() {
        // Known before it runs: a thread that is not the known one ends.
        Thread thread = Thread.ofVirtual().name("log-listener").unstarted(this::run);
        listening = thread;
        thread.start();
    }

    /** Waits for the thread rather than interrupting it, which would close its connection in the middle of a read. */
    @Override
    public void stop() {
        Thread thread = listening;
        listening = null;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private boolean wanted() {
        return listening == Thread.currentThread();
    }

    private void run() {
        while (wanted()) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (wanted()) {
                    log.warn("Lost the connection that hears of changes, trying again: {}", e.getMessage());
                    pause();
                    streams.changedMany();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen syncline_task");
            streams.changedMany();
            PGConnection notices = connection.unwrap(PGConnection.class);
            while (wanted()) {
                PGNotification[] heard = notices.getNotifications(POLL_MILLIS);
                if (heard != null) {
                    Stream.of(heard).map(PGNotification::getParameter).forEach(this::heard);
                }
            }
            // The connection goes back to the pool, where nobody wants notices.
            statement.execute("unlisten syncline_task");
        }
    }

    private void heard(String payload) {
        try {
            if (payload.startsWith("[")) {
                streams.changed(Stream.of(json.readValue(payload, UUID[].class)).toList());
                return;
            }
        } catch (JacksonException e) {
            log.warn("A notice of changes is not understood: {}", e.getMessage());
        }
        streams.changedMany();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_LOSS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
