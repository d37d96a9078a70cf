package dev.syncline.synclog;

import dev.syncline.id.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Counts tasks by the time they were opened. */
@Repository
class HistogramRepository {

    private static final String COUNT = """
            with hit as materialized (
                select floor(extract(epoch from opened_at - :start::timestamptz) / :width)::int as bucket,
                    count(*) as total,
                    count(*) filter (where status = 'FAILED') as failed,
                    count(*) filter (where status in ('SUCCEEDED', 'CONFIRMED')) as succeeded,
                    count(*) filter (where status in ('QUEUED', 'RUNNING', 'AWAITING_CALLBACK')) as open
                from (%s) matching
                group by 1)
            select :start::timestamptz + make_interval(secs => bucket * :width) as at,
                coalesce(total, 0) as total, coalesce(failed, 0) as failed, coalesce(succeeded, 0) as succeeded, coalesce(open, 0) as open
            from generate_series(0, :buckets - 1) as bucket
            left join hit using (bucket)
            order by bucket
            """;

    private final Reading reading;

    HistogramRepository(Reading reading) {
        this.reading = reading;
    }

    List<Histogram.Bar> count(TaskFilter filter, Instant start, Instant end, long width) {
        Matching matching = new Matching(filter)
                .with("start", start.atOffset(ZoneOffset.UTC))
                .with("width", width)
                .with("buckets", (int) ((end.getEpochSecond() - start.getEpochSecond()) / width));
        String sql = COUNT.formatted(matching.select("t.id, t.opened_at, t.status", ""));
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
}
