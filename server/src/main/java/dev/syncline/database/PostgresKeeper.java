package dev.syncline.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a postmaster running until it is told to stop. It does so on a platform thread of its own that lives as long as the
 * server: the kernel ends the postmaster when the <em>thread</em> that started it is gone, which is what stops it when the
 * server is killed.
 */
final class PostgresKeeper {

    private static final Logger log = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LARGE_LOG = 10L << 20;

    private final Cluster cluster;
    private final String password;
    private final PostmasterCommand command;
    private final int port;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().name("postgres-keeper").daemon().unstarted(this::keep);
    private volatile @Nullable Process postmaster;
    private volatile boolean stopping;

    private PostgresKeeper(Cluster cluster, String password, EmbeddedPostgres.Durability durability) throws IOException {
        this.cluster = cluster;
        this.password = password;
        this.port = freePort();
        this.command = new PostmasterCommand(cluster, port, durability);
    }

    static PostgresKeeper start(Cluster cluster, String password, EmbeddedPostgres.Durability durability) throws IOException {
        keepLogSmall(cluster.log());
        PostgresKeeper keeper = new PostgresKeeper(cluster, password, durability);
        keeper.thread.start();
        try {
            keeper.ready.join();
            return keeper;
        } catch (CompletionException e) {
            keeper.stop();
            throw e.getCause() instanceof DatabaseException known ? known : new DatabaseException("PostgreSQL could not be started.", e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return Objects.requireNonNull(postmaster, "a keeper is handed out once its postmaster answers").pid();
    }

    private void keep() {
        try {
            while (!stopping) {
                Process launched = launch();
                ready.complete(null);
                int exit = launched.waitFor();
                if (!stopping) {
                    log.error("PostgreSQL ended by itself with exit code {}; starting it again. See {}", exit, cluster.log());
                }
            }
        } catch (DatabaseException | IOException e) {
            if (!ready.completeExceptionally(e)) {
                log.error("PostgreSQL could not be started again", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * After a kill the processes of the last run may need some seconds to be gone, while their postmaster.pid makes a new one
     * refuse to start. The file is never deleted: only PostgreSQL knows when that is safe.
     */
    private Process launch() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Process launched;
        do {
            stopOrphan();
            launched = cluster.programs().start(command.words(), cluster.log().toFile());
            postmaster = launched;
            if (answersUntil(launched, deadline)) {
                return launched;
            }
            if (System.nanoTime() > deadline) {
                stopPostmaster();
                throw new DatabaseException("PostgreSQL did not start; the end of " + cluster.log() + " says why.");
            }
            Thread.sleep(300);
        } while (!stopping);
        return launched;
    }

    private boolean answersUntil(Process launched, long deadline) throws InterruptedException {
        while (launched.isAlive() && System.nanoTime() < deadline && !stopping) {
            if (answers()) {
                return true;
            }
            launched.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean answers() {
        Properties as = new Properties();
        as.put("user", Cluster.SUPERUSER);
        as.put("password", password);
        as.put("connectTimeout", "5");
        as.put("socketTimeout", "5");
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", as)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Where the kernel cannot tie it to us (macOS), a postmaster outlives a killed server. We hold the lock: it is nobody's. */
    private void stopOrphan() throws IOException, InterruptedException {
        Path file = cluster.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        pgCtlStop();
    }

    void stop() {
        stopping = true;
        try {
            stopPostmaster();
            thread.join(Duration.ofSeconds(10));
        } catch (IOException e) {
            log.error("PostgreSQL could not be stopped; it ends together with this process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopPostmaster() throws IOException, InterruptedException {
        Process running = postmaster;
        if (running == null || !running.isAlive()) {
            return;
        }
        pgCtlStop();
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            log.warn("PostgreSQL does not end; killing it. Its next start recovers.");
            running.destroyForcibly();
        }
    }

    /** Fast: open transactions are rolled back, then a checkpoint is written. Java itself can only send "smart", which waits. */
    private void pgCtlStop() throws IOException, InterruptedException {
        Process stop = cluster.programs().start(command.stopWords(), cluster.log().toFile());
        if (!stop.waitFor(40, TimeUnit.SECONDS)) {
            stop.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void keepLogSmall(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE_LOG) {
            Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
