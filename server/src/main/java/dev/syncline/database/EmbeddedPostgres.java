package dev.syncline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The server's own PostgreSQL: durable, reachable only from this machine and only with a password. Its folder is kept between
 * starts and belongs to one process at a time. Safe to close twice.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final FileChannel lock;
    private final String password;
    private final PostgresKeeper keeper;

    private EmbeddedPostgres(FileChannel lock, String password, PostgresKeeper keeper) {
        this.lock = lock;
        this.password = password;
        this.keeper = keeper;
    }

    /**
     * Starts it, after making its data folder when there is none, and waits until it answers.
     *
     * @param folder everything of this PostgreSQL
     * @param durability {@link Durability#DURABLE} but in tests
     * @throws DatabaseException with a sentence for the one who starts the server
     */
    public static EmbeddedPostgres start(Path folder, Durability durability) {
        Path absolute = folder.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            Files.createDirectories(absolute);
            lock = lock(absolute.resolve("lock"));
            Cluster cluster = Cluster.in(absolute);
            String password = cluster.password();
            return new EmbeddedPostgres(lock, password, PostgresKeeper.start(cluster, password, durability));
        } catch (IOException e) {
            release(lock);
            throw new DatabaseException("The folder " + absolute + " of the database cannot be used: " + e
                    + ". Make it writable or choose another one with --home.", e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** Two postmasters on one folder would destroy it; PostgreSQL guards that too, but only we can say it in a sentence. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException held) {
            // by this very process
        }
        channel.close();
        throw new DatabaseException("Another Syncline is running with the folder " + file.getParent()
                + ". Stop it, or choose another folder with --home.");
    }

    /** JDBC URL of a database of this server, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + keeper.port() + "/" + database;
    }

    public String user() {
        return Cluster.SUPERUSER;
    }

    public String password() {
        return password;
    }

    /** Process id of the postmaster. */
    public long pid() {
        return keeper.pid();
    }

    /** Ends the connections that are still open, writes a checkpoint and waits for the end. */
    @Override
    public void close() {
        keeper.stop();
        release(lock);
    }

    private static void release(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new DatabaseException("The lock of the database's folder could not be given back.", e);
        }
    }

    /** Whether a commit survives a power cut. */
    public enum Durability {
        DURABLE,
        /** For tests: nothing is flushed to disk. */
        FLEETING
    }
}
