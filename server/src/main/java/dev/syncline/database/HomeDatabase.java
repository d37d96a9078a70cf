package dev.syncline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database of a home folder or of a URL, for a program beside the server: the running server's own PostgreSQL where there is one; else
 * it is started for as long as this is open.
 */
public final class HomeDatabase implements AutoCloseable {

    private static final String FOLDER = "postgres-18";
    private static final int PORT_LINE = 3;

    private final DatabaseConfiguration.Details details;
    private final @Nullable EmbeddedPostgres started;

    private HomeDatabase(DatabaseConfiguration.Details details, @Nullable EmbeddedPostgres started) {
        this.details = details;
        this.started = started;
    }

    /** @throws DatabaseException with a sentence, when it is no URL */
    public static HomeDatabase at(String url) {
        return new HomeDatabase(ExternalDatabase.parse(url), null);
    }

    /** @throws DatabaseException with a sentence, when there is none or it cannot be started */
    public static HomeDatabase in(Path home) {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder.resolve("data"))) {
            throw new DatabaseException("There is no database in " + home + ". Say where it is with --home or --database-url.");
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.DURABLE);
            return new HomeDatabase(details(postgres.url(DatabaseConfiguration.DATABASE), postgres.password()), postgres);
        } catch (DatabaseException heldByTheServer) {
            return running(folder, heldByTheServer);
        }
    }

    /** PostgreSQL writes its port into the fourth line of postmaster.pid. */
    private static HomeDatabase running(Path folder, DatabaseException otherwise) {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() <= PORT_LINE) {
                throw otherwise;
            }
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + DatabaseConfiguration.DATABASE;
            return new HomeDatabase(details(url, Files.readString(folder.resolve("password"))), null);
        } catch (IOException e) {
            throw new DatabaseException("The database of " + folder + " is running, and how to reach it cannot be read: " + e.getMessage(), e);
        }
    }

    private static DatabaseConfiguration.Details details(String url, String password) {
        return new DatabaseConfiguration.Details(url, Cluster.SUPERUSER, password);
    }

    public Connection connect() throws SQLException {
        return details.user() == null
                ? DriverManager.getConnection(details.url())
                : DriverManager.getConnection(details.url(), details.user(), details.secret());
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
