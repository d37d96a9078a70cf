package dev.syncline.runner;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Applications that asked every caller to come back later. */
@Repository
class Pauses {

    private static final String PAUSE = """
            insert into application_pause (application_id, until, reason) values (?, ?, ?)
            on conflict (application_id) do update set until = greatest(application_pause.until, excluded.until), reason = excluded.reason
            """;

    private static final String ACTIVE = "select application_id from application_pause where until > ?";

    private static final String FORGET = "delete from application_pause where until <= ?";

    private final JdbcTemplate jdbc;

    Pauses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void pause(UUID applicationId, Instant until, String reason) {
        jdbc.update(PAUSE, applicationId, Timestamp.from(until), reason);
    }

    Set<UUID> active(Instant now) {
        return new HashSet<>(jdbc.queryForList(ACTIVE, UUID.class, Timestamp.from(now)));
    }

    void forgetEnded(Instant now) {
        jdbc.update(FORGET, Timestamp.from(now));
    }
}
