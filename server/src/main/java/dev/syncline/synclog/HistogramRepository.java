package dev.syncline.synclog;

import dev.syncline.id.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/**
 * Counts tasks by the time they were opened. Beyond a number of matching tasks it counts a part of all tasks taken by chance and
 * multiplies, so that a year of millions is drawn as fast as a day.
 */
@Repository
class HistogramRepository {

    private static final int MOST_EXACT = 200_000;

    private static final String CAPPED = "select count(*) from (%s) matching";

    /** As many as the last analysis found. */
    private static final String ALL = """
            select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'task'::regclass
            """;

    private static final String COUNT = """
            with hit as materialized (
                select floor(extract(epoch from opened_at - :start::timestamptz) / :width)::int as bucket,
                    round(:factor * count(*)) as total,
                    round(:factor * count(*) filter (where status = 'FAILED')) as failed,
                    round(:factor * count(*) filter (where status in ('SUCCEEDED', 'CONFIRMED'))) as succeeded,
                    round(:factor * count(*) filter (where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK'))) as open
                from (%s) matching
                group by 1)
            select :start::timestamptz + make_interval(secs => bucket * :width) as at,
                coalesce(total, 0) as total, coalesce(failed, 0) as failed, coalesce(succeeded, 0) as succeeded, coalesce(open, 0) as open
            from generate_series(0, :buckets - 1) as bucket
            left join hit using (bucket)
            order by bucket
            """;

    private final Reading reading;
    private final int mostExact;

    @Autowired
    HistogramRepository(Reading reading) {
        this(reading, MOST_EXACT);
    }

    HistogramRepository(Reading reading, int mostExact) {
        this.reading = reading;
        this.mostExact = mostExact;
    }

    /** How much of all tasks to count, in percent: 100 when few enough match. */
    double percent(TaskFilter filter) {
        Matching matching = new Matching(filter).with("limit", mostExact);
        String capped = CAPPED.formatted(matching.select("t.id", "limit :limit"));
        if (matching.isSearch() || number(capped, matching) < mostExact) {
            return 100;
        }
        long all = number(ALL, matching);
        return all <= 2L * mostExact ? 100 : 100.0 * 2 * mostExact / all;
    }

    List<Histogram.Bar> count(TaskFilter filter, Instant start, Instant end, long width, double percent) {
        Matching matching = new Matching(filter)
                .with("start", start.atOffset(ZoneOffset.UTC))
                .with("width", width)
                .with("factor", 100 / percent)
                .with("buckets", (int) ((end.getEpochSecond() - start.getEpochSecond()) / width));
        String columns = "t.id, t.opened_at, t.status";
        String sql = COUNT.formatted(percent < 100 ? matching.selectSample(columns, percent) : matching.select(columns, ""));
        return reading.read(jdbc -> jdbc.sql(sql)
                .params(matching.parameters())
                .query((row, number) -> new Histogram.Bar(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("total"), row.getInt("failed"),
                        row.getInt("succeeded"), row.getInt("open")))
                .list());
    }

    /** When the first or the last matching task was opened. */
    Optional<Instant> edge(TaskFilter filter, boolean first) {
        Matching matching = new Matching(filter);
        String sql = matching.select("t.id", first ? "order by id asc limit 1" : "order by id desc limit 1");
        return reading.read(jdbc -> jdbc.sql(sql).params(matching.parameters()).query(UUID.class).optional()).map(Ids::madeAt);
    }

    private long number(String sql, Matching matching) {
        return reading.read(jdbc -> jdbc.sql(sql).params(matching.parameters()).query(Long.class).single());
    }
}
