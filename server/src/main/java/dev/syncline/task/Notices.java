package dev.syncline.task;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells every server, when the transaction commits, that tasks changed: channel {@code syncline_task} carries a JSON array of ids
 * or {@code "many"}, channel {@code syncline_work} wakes the runners.
 */
@Component
class Notices {

    /** A notice holds less than 8,000 bytes; an id takes 39 of them. */
    private static final int MOST_IDS = 150;

    private static final String CHANGED = "select pg_notify('syncline_task', ?)";

    private static final String WORK = "select pg_notify('syncline_work', '')";

    private final JdbcTemplate jdbc;

    Notices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void changed(Collection<UUID> ids) {
        String payload = ids.size() > MOST_IDS
                ? "\"many\""
                : ids.stream().map(id -> '"' + id.toString() + '"').collect(Collectors.joining(",", "[", "]"));
        jdbc.query(CHANGED, row -> {}, payload);
    }

    void work() {
        jdbc.query(WORK, row -> {});
    }
}
