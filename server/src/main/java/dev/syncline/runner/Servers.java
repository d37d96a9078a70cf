package dev.syncline.runner;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which servers share the database. */
@Repository
class Servers {

    /** A server not seen for this long no longer counts. */
    private static final Duration ABSENT = Duration.ofSeconds(15);

    private static final String SEEN = """
            insert into runner (id, host, started_at, seen_at) values (?, ?, ?, ?)
            on conflict (id) do update set seen_at = excluded.seen_at
            """;

    private static final String LIVE = "select count(*) from runner where seen_at > ?";

    private static final String GONE = "delete from runner where id = ? or seen_at < ?";

    private static final String PARTITIONS = "select month_partitions(?), month_partitions(?)";

    private final JdbcTemplate jdbc;

    Servers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that a server is alive and answers how many are. */
    int seen(UUID id, String host, Instant startedAt, Instant now) {
        jdbc.update(SEEN, id, host, Timestamp.from(startedAt), Timestamp.from(now));
        Integer live = jdbc.queryForObject(LIVE, Integer.class, Timestamp.from(now.minus(ABSENT)));
        return Math.max(1, live == null ? 1 : live);
    }

    /** Forgets a server that stops, and those long gone. */
    void gone(UUID id, Instant now) {
        jdbc.update(GONE, id, Timestamp.from(now.minus(Duration.ofDays(1))));
    }

    /** Makes the partitions of this month and the next. */
    void partitions(Instant now) {
        jdbc.query(PARTITIONS, row -> {}, Timestamp.from(now), Timestamp.from(now.plus(Duration.ofDays(31))));
    }
}
