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
 * multiplies, so that a year of millions is drawn as fast as a day; but what stands failed or open, which is rare and what one looks for,
 * is counted one by one.
 */
@Repository
class HistogramRepository {

    private static final int MOST_EXACT = 20_000;

    /** This many times what is counted exactly is looked at when a part stands for all. */
    private static final long PART = 3;

    /** As far as what free text finds is counted: each hit costs several times as much. */
    private static final int MOST_FOUND = 2_001;

    private static final String COLUMNS = "t.id, t.opened_at, t.status";

    private static final String FOUND = """
            select count(*) as count, (array_agg(id order by id))[1] as first, (array_agg(id order by id desc))[1] as last from (%s) found
            having count(*) > 0
            """;

    private static final String CAPPED = "select count(*) from (%s) matching";

    /** As many as the last analysis found. */
    private static final String ALL = """
            select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'task'::regclass
            """;

    private static final String EXACT = """
            with hit as materialized (
                select floor(extract(epoch from opened_at - :start::timestamptz) / :width)::int as bucket,
                    count(*) as total,
                    count(*) filter (where status = 'FAILED') as failed,
                    count(*) filter (where status in ('SUCCEEDED', 'CONFIRMED')) as succeeded,
                    count(*) filter (where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK')) as open
                from (%s) matching
                group by 1)
            """;

    private static final String PROJECTED = """
            with part as materialized (
                select floor(extract(epoch from opened_at - :start::timestamptz) / :width)::int as bucket,
                    round(:factor * count(*) filter (where status in ('SUCCEEDED', 'CONFIRMED'))) as succeeded,
                    round(:factor * count(*) filter (where status in ('SUPERSEDED', 'CANCELLED'))) as others
                from (%s) matching
                group by 1)
            , standing as materialized (
                select floor(extract(epoch from opened_at - :start::timestamptz) / :width)::int as bucket,
                    count(*) filter (where status = 'FAILED') as failed,
                    count(*) filter (where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK')) as open
                from (%s) matching
                group by 1)
            , hit as (
                select bucket, coalesce(succeeded, 0) + coalesce(others, 0) + coalesce(failed, 0) + coalesce(open, 0) as total,
                    failed, succeeded, open
                from part full join standing using (bucket))
            """;

    private static final String STANDING = "t.status in ('FAILED', 'QUEUED', 'RUNNING', 'AWAITING_CALLBACK')";

    private static final String BARS = """
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

    /** How much of all tasks to count, in percent: 100 when few enough match. Only without free text. */
    double percent(TaskFilter filter) {
        Matching matching = new Matching(filter).with("limit", mostExact);
        String capped = CAPPED.formatted(matching.select("t.id", "limit :limit"));
        if (number(capped, matching) < mostExact) {
            return 100;
        }
        long all = number(ALL, matching);
        return all <= PART * mostExact ? 100 : 100.0 * PART * mostExact / all;
    }

    List<Histogram.Bar> count(TaskFilter filter, Instant start, Instant end, long width, double percent) {
        Matching matching = new Matching(filter)
                .with("start", start.atOffset(ZoneOffset.UTC))
                .with("width", width)
                .with("buckets", (int) ((end.getEpochSecond() - start.getEpochSecond()) / width));
        String counted = percent < 100 ? projected(matching, percent) : EXACT.formatted(matching.selectRows(COLUMNS, ""));
        return reading.read(jdbc -> jdbc.sql(counted + BARS)
                .params(matching.parameters())
                .query((row, number) -> new Histogram.Bar(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("total"), row.getInt("failed"),
                        row.getInt("succeeded"), row.getInt("open")))
                .list());
    }

    private String projected(Matching matching, double percent) {
        matching.with("factor", 100 / percent).with("limit", mostExact);
        return PROJECTED.formatted(matching.selectSample(COLUMNS, percent),
                matching.selectAlso(STANDING, COLUMNS, "order by t.id desc limit :limit"));
    }

    /**
     * The span of what free text finds: the first and the last of the newest that are still counted.
     *
     * @param whole whether these are all
     */
    record Found(Instant first, Instant last, boolean whole) {}

    Optional<Found> found(TaskFilter filter) {
        Matching matching = new Matching(filter).with("limit", MOST_FOUND);
        String sql = FOUND.formatted(matching.select("t.id", "order by id desc limit :limit"));
        return reading.read(jdbc -> jdbc.sql(sql).params(matching.parameters()).query((row, number) -> new Found(
                Ids.madeAt(row.getObject("first", UUID.class)), Ids.madeAt(row.getObject("last", UUID.class)),
                row.getInt("count") < MOST_FOUND)).optional());
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
