package dev.syncline.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the figures are counted: one row, which the server that counts holds. */
@Repository
class CountingState {

    /**
     * @param at when the figures were last counted; null before the first time
     * @param from the first hour that is counted; null before the first time
     */
    record Counted(@Nullable Instant at, @Nullable Instant from) {}

    private static final String READ = "select counted_at, counted_from from dashboard_count";

    // How long counting rests is a matter of this machine's work, not of what is counted: therefore the database's own clock.
    private static final String TAKE = READ + " where rest_until <= clock_timestamp() for update skip locked";

    private static final String KEEP = """
            update dashboard_count set counted_at = :at, counted_from = :from, rest_until = clock_timestamp() + make_interval(secs => :rest)
            """;

    private final JdbcClient jdbc;

    CountingState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counted read() {
        return jdbc.sql(READ).query(CountingState::counted).single();
    }

    /** For the rest of the transaction; empty when it rests, or another server counts. */
    Optional<Counted> take() {
        return jdbc.sql(TAKE).query(CountingState::counted).optional();
    }

    void keep(Counted counted, Duration rest) {
        jdbc.sql(KEEP)
                .param("at", Timestamp.from(counted.at()))
                .param("from", Timestamp.from(counted.from()))
                .param("rest", rest.toMillis() / 1000.0)
                .update();
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(instant(row.getTimestamp(1)), instant(row.getTimestamp(2)));
    }

    private static @Nullable Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
