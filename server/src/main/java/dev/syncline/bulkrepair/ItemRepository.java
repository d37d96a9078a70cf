package dev.syncline.bulkrepair;

import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.time;

import dev.syncline.sql.ArrayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks of bulk repairs. */
@Repository
class ItemRepository {

    private static final ArrayColumns<Item> RESULTS = new ArrayColumns<>(
            integer(Item::number), name(Item::result), name(Item::why), text(Item::message), time(Item::at));

    // Only what this statement could lock is counted, so that whoever looks at the same time counts nothing twice.
    private static final String OBSERVE = """
            with over as (
                select i.number, t.status, t.failure_message, t.settled_at
                from bulk_repair_task i
                join task t on t.id = i.task_id
                where i.repair_id = :repair and i.result = 'UNDER_WAY' and (t.settled_at is not null or t.status = 'FAILED')
                limit :most
                for update of i skip locked)
            , told as (
                update bulk_repair_task i
                set result = case over.status when 'SUCCEEDED' then 'DONE' when 'FAILED' then 'FAILED_AGAIN' else 'CHANGED' end,
                    why = case when over.status not in ('SUCCEEDED', 'FAILED') then 'ALREADY_' || over.status end,
                    message = case over.status when 'FAILED' then over.failure_message end,
                    at = coalesce(over.settled_at, :now)
                from over
                where i.repair_id = :repair and i.number = over.number
                returning i.result)
            , counted as (
                select count(*) as tasks, count(*) filter (where result = 'DONE') as done,
                    count(*) filter (where result = 'FAILED_AGAIN') as failed_again, count(*) filter (where result = 'CHANGED') as changed
                from told)
            update bulk_repair r
            set under_way = r.under_way - c.tasks, done = r.done + c.done, failed_again = r.failed_again + c.failed_again,
                changed = r.changed + c.changed
            from counted c
            where r.id = :repair and c.tasks > 0
            """;

    /** Of one statement; the rest is for the next. */
    private static final int OBSERVED_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ItemRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The next whose turn it is, in the order of their opening. */
    List<Item> waiting(UUID repair, int limit) {
        return jdbc.sql("select * from bulk_repair_task where repair_id = :repair and result = 'WAITING' order by number limit :limit")
                .param("repair", repair)
                .param("limit", limit)
                .query(ItemRepository::read)
                .list();
    }

    /** What became of waiting ones. */
    void update(UUID repair, List<Item> items) {
        template.update("""
                update bulk_repair_task i set result = u.result, why = u.why, message = u.message, at = u.at
                from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) as u (number, result, why, message, at)
                where i.repair_id = ? and i.number = u.number and i.result = 'WAITING'""",
                statement -> statement.setObject(RESULTS.bind(statement, 1, items), repair));
    }

    /** Looks at what was retried: what is settled or has failed again has its result now, and is counted. */
    void observe(UUID repair, Instant now) {
        jdbc.sql(OBSERVE)
                .param("repair", repair)
                .param("now", Timestamp.from(now))
                .param("most", OBSERVED_AT_ONCE)
                .update();
    }

    void giveUpWaiting(UUID repair, Instant now) {
        jdbc.sql("update bulk_repair_task set result = 'NOT_DONE', at = :now where repair_id = :repair and result = 'WAITING'")
                .param("repair", repair)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * In the order of their turns, those after the given one (0 for the first).
     *
     * @param result null for any
     */
    List<Item> page(UUID repair, @Nullable Result result, int after, int limit) {
        return jdbc.sql("""
                select * from bulk_repair_task
                where repair_id = :repair and (:result = '' or result = :result) and number > :after
                order by number
                limit :limit""")
                .param("repair", repair)
                .param("result", result == null ? "" : result.name())
                .param("after", after)
                .param("limit", limit)
                .query(ItemRepository::read)
                .list();
    }

    private static Item read(ResultSet row, int number) throws SQLException {
        String why = row.getString("why");
        Timestamp at = row.getTimestamp("at");
        return new Item(
                row.getInt("number"),
                row.getObject("task_id", UUID.class),
                row.getObject("claims", Integer.class),
                Result.valueOf(row.getString("result")),
                why == null ? null : Why.valueOf(why),
                row.getString("message"),
                at == null ? null : at.toInstant());
    }
}
