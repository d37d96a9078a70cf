package dev.syncline.task;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door by which tasks get their group that failed before failures had one. */
@Service
public class EarlierFailures {

    private static final int BATCH = 500;

    private static final String EARLIER = "select * from task where status = 'FAILED' and failure_group is null order by id limit ?";

    private static final String STILL = """
            select * from task where id = any (?::uuid[]) and status = 'FAILED' and failure_group is null order by id for update
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;
    private final Lines lines;
    private final Failures failures;

    EarlierFailures(JdbcTemplate jdbc, TaskRows rows, Lines lines, Failures failures) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
        this.failures = failures;
    }

    /** Tells the listener of the oldest of them, and answers how many there were. */
    @Transactional
    public int group() {
        List<Task> found = jdbc.query(EARLIER, rows, BATCH);
        lines.lock(found.stream().map(Task::lineId).toList());
        failures.among(jdbc.query(STILL, rows, (Object) found.stream().map(Task::id).toArray(UUID[]::new)));
        return found.size();
    }
}
