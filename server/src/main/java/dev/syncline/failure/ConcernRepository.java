package dev.syncline.failure;

import dev.syncline.task.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a group concerns, what became of its tasks, and how often it happened when. */
@Repository
class ConcernRepository {

    /**
     * A user with tasks that stand failed so.
     *
     * @param since when the oldest of them was opened
     */
    record Person(UUID userId, String name, int tasks, Instant since) {}

    /** @param at beginning of the time */
    record Bar(Instant at, long failures) {}

    /** Where counting what became of the tasks stops. */
    static final int MOST = 10_000;

    private static final String PEOPLE = """
            select t.user_id, max(t.user_name) as name, count(*) as tasks, min(t.opened_at) as since
            from task t
            where t.failure_group = :group and t.status = 'FAILED' and t.user_id > :after
            group by t.user_id
            order by t.user_id
            limit :limit
            """;

    private static final String BECAME = """
            select status, count(*) as tasks
            from (select status from task where failure_group = :group order by id desc limit :most) latest
            group by status
            """;

    private static final String TREND = """
            select bucket as at, coalesce(sum(h.failures), 0) as failures
            from generate_series(cast(:from as timestamptz), cast(:to as timestamptz) - interval '1 second', make_interval(secs => :width)) bucket
            left join failure_hour h
                on h.group_id = :group and h.hour >= bucket and h.hour < bucket + make_interval(secs => :width)
            group by bucket
            order by bucket
            """;

    private final JdbcClient jdbc;

    ConcernRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> people(UUID group, UUID after, int limit) {
        return jdbc.sql(PEOPLE).param("group", group).param("after", after).param("limit", limit)
                .query((row, _) -> new Person(row.getObject("user_id", UUID.class), row.getString("name"), row.getInt("tasks"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Of the latest {@link #MOST} tasks that ever failed so. */
    Map<Status, Integer> became(UUID group) {
        Map<Status, Integer> became = new EnumMap<>(Status.class);
        jdbc.sql(BECAME).param("group", group).param("most", MOST)
                .query(row -> {
                    became.put(Status.valueOf(row.getString("status")), row.getInt("tasks"));
                });
        return became;
    }

    List<Bar> trend(UUID group, Instant from, Instant to, long width) {
        return jdbc.sql(TREND).param("group", group).param("from", Timestamp.from(from)).param("to", Timestamp.from(to))
                .param("width", width)
                .query((row, _) -> new Bar(row.getTimestamp("at").toInstant(), row.getLong("failures")))
                .list();
    }
}
