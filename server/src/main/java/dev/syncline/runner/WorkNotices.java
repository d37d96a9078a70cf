package dev.syncline.runner;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for new work that any server announces, on a connection of its own; without it, the runner's poll finds it a little later. */
final class WorkNotices implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkNotices.class);
    private static final int WAIT_MILLIS = 2_000;

    private final DataSource dataSource;
    private final Runnable announced;
    private final Thread thread;
    private volatile boolean closed;

    WorkNotices(DataSource dataSource, Runnable announced) {
        this.dataSource = dataSource;
        this.announced = announced;
        this.thread = Thread.ofPlatform().daemon().name("work-notices").start(this::loop);
    }

    private void loop() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("listen syncline_work");
                listen(connection.unwrap(PGConnection.class));
                statement.execute("unlisten *");
            } catch (SQLException e) {
                if (!closed) {
                    log.debug("Not listening for work now: {}", e.getMessage());
                    rest();
                }
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!closed) {
            var notices = connection.getNotifications(WAIT_MILLIS);
            if (notices != null && notices.length > 0) {
                announced.run();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(WAIT_MILLIS + 500L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
