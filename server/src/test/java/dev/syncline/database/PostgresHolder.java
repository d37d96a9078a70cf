package dev.syncline.database;

import dev.syncline.database.EmbeddedPostgres.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that starts PostgreSQL, commits one row, says so, and waits to be killed. */
final class PostgresHolder {

    private PostgresHolder() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Durability.DURABLE);
        try (Connection connection = DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table committed as select 42 as n");
        }
        System.out.println("committed " + postgres.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
