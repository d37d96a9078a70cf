package dev.syncline.dashboard;

import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was counted. */
@Repository
class FigureRepository {

    /** How tasks that were opened in some time stand. */
    record Figures(long opened, long succeeded, long confirmed, long failed, long open, long superseded, long cancelled) {

        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(opened + other.opened, succeeded + other.succeeded, confirmed + other.confirmed, failed + other.failed,
                    open + other.open, superseded + other.superseded, cancelled + other.cancelled);
        }

        /** Of those that came to an end of their own, how many well; null when there is none. What a person vouched for went well. */
        @Nullable Double successShare() {
            long ended = succeeded + confirmed + failed;
            return ended == 0 ? null : (double) (succeeded + confirmed) / ended;
        }
    }

    record Application(UUID id, String name, Figures figures) {}

    record Unsettled(UUID application, String name, Status status, @Nullable FailureKind kind, long tasks, Instant oldest) {}

    private static final String VISIBLE = "(:seesAll or application_id = any (:visible)) ";

    private static final String SUMS = """
            sum(opened) as opened, sum(succeeded) as succeeded, sum(confirmed) as confirmed, sum(failed) as failed, sum(open) as open,
            sum(superseded) as superseded, sum(cancelled) as cancelled
            """;

    private static final String WITHIN = " from task_volume where span = :span and start >= :from and start < :to and " + VISIBLE;

    private static final String BARS = "select date_bin(make_interval(secs => :width), start, :from) as at, " + SUMS + WITHIN + "group by 1";

    private static final String APPLICATIONS = "select application_id, max(application_name) as name, " + SUMS + WITHIN
            + "group by application_id order by sum(opened) desc, application_id limit :limit";

    private static final String DELAYS = "select application_id, delay_steps, delay_tasks" + WITHIN;

    private static final String UNSETTLED = """
            select application_id, application_name, status, failure_kind, tasks, oldest_opened_at from unsettled_tasks
            where""" + " " + VISIBLE;

    private static final String GROUPS = """
            select count(*) filter (where state <> 'RESOLVED') as unresolved, count(*) filter (where state = 'CAME_BACK') as came_back
            from failure_group
            where""" + " " + VISIBLE;

    private final JdbcClient jdbc;

    FigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the beginning of the bar; those without tasks are missing. */
    Map<Instant, Figures> bars(Range range, Instant from, Instant to, Scope visible) {
        Map<Instant, Figures> bars = new HashMap<>();
        within(BARS, range, from, to, visible).param("width", range.width().toSeconds())
                .query(row -> {
                    bars.put(row.getTimestamp("at").toInstant(), figures(row));
                });
        return bars;
    }

    /** Those with the most tasks. */
    List<Application> applications(Range range, Instant from, Instant to, Scope visible, int limit) {
        return within(APPLICATIONS, range, from, to, visible).param("limit", limit)
                .query((row, _) -> new Application(row.getObject("application_id", UUID.class), row.getString("name"), figures(row)))
                .list();
    }

    Map<UUID, Delays> delays(Range range, Instant from, Instant to, Scope visible) {
        Map<UUID, Delays> delays = new HashMap<>();
        within(DELAYS, range, from, to, visible).query(row -> {
            Delays sum = delays.computeIfAbsent(row.getObject("application_id", UUID.class), _ -> new Delays());
            Number[] steps = numbers(row.getArray("delay_steps"));
            Number[] tasks = numbers(row.getArray("delay_tasks"));
            for (int i = 0; i < steps.length; i++) {
                sum.add(steps[i].intValue(), tasks[i].longValue());
            }
        });
        return delays;
    }

    List<Unsettled> unsettled(Scope visible) {
        RowMapper<Unsettled> each = (row, _) -> {
            String kind = row.getString("failure_kind");
            return new Unsettled(row.getObject("application_id", UUID.class), row.getString("application_name"),
                    Status.valueOf(row.getString("status")), kind == null ? null : FailureKind.valueOf(kind), row.getLong("tasks"),
                    row.getTimestamp("oldest_opened_at").toInstant());
        };
        return visible(UNSETTLED, visible).query(each).list();
    }

    boolean anything(Scope visible) {
        return visible("select exists (select from task_volume where " + VISIBLE + ")", visible).query(Boolean.class).single();
    }

    Dashboard.Causes causes(Scope visible) {
        return visible(GROUPS, visible).query((row, _) -> new Dashboard.Causes(row.getLong("unresolved"), row.getLong("came_back"))).single();
    }

    private JdbcClient.StatementSpec within(String sql, Range range, Instant from, Instant to, Scope visible) {
        return visible(sql, visible).param("span", range.span().name()).param("from", Timestamp.from(from)).param("to", Timestamp.from(to));
    }

    private JdbcClient.StatementSpec visible(String sql, Scope visible) {
        return jdbc.sql(sql).param("seesAll", visible.isAll()).param("visible", visible.ids());
    }

    private static Number[] numbers(Array array) throws SQLException {
        return (Number[]) array.getArray();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(row.getLong("opened"), row.getLong("succeeded"), row.getLong("confirmed"), row.getLong("failed"),
                row.getLong("open"), row.getLong("superseded"), row.getLong("cancelled"));
    }
}
