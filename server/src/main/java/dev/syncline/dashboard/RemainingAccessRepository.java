package dev.syncline.dashboard;

import dev.syncline.connector.Action;
import dev.syncline.dashboard.Dashboard.Named;
import dev.syncline.id.Ids;
import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds removals of access that are not done, among the few that are not settled. */
@Repository
class RemainingAccessRepository {

    private static final String REMAINING = """
            from task
            where takes_away and settled_at is null and object_type = 'ACCOUNT' and (status = 'FAILED' or id < :stuckBefore)
              and (:seesAll or application_id = any (:visible))
            """;

    private static final String PAGE = """
            select id, user_id, user_name, object_id, object_name, application_id, application_name, action, status,
                case when status = 'FAILED' then failure_kind end as failure_kind,
                case when status = 'FAILED' then failure_message end as failure_message,
                case when status = 'FAILED' then failure_group end as failure_group
            """ + REMAINING + " and id > :after order by id limit :limit";

    private static final String COUNT = "select count(*) from (select 1 " + REMAINING + " limit :most) remaining";

    private final JdbcClient jdbc;

    RemainingAccessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The longest remaining first.
     *
     * @param stuckBefore a removal opened before this that has not failed is stuck
     * @param after the last task of the page before
     */
    List<RemainingAccess> page(Instant stuckBefore, Scope visible, UUID after, int limit) {
        return visible(PAGE, visible).param("stuckBefore", Ids.lowest(stuckBefore)).param("after", after).param("limit", limit)
                .query(RemainingAccessRepository::read).list();
    }

    /** How many there are, counted up to the given number. */
    int count(Instant stuckBefore, Scope visible, int most) {
        return visible(COUNT, visible).param("stuckBefore", Ids.lowest(stuckBefore)).param("most", most).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec visible(String sql, Scope visible) {
        return jdbc.sql(sql).param("seesAll", visible.isAll()).param("visible", visible.ids());
    }

    private static RemainingAccess read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String kind = row.getString("failure_kind");
        return new RemainingAccess(id, named(row, "user"), named(row, "object"), named(row, "application"),
                Action.valueOf(row.getString("action")), Status.valueOf(row.getString("status")), kind == null ? null : FailureKind.valueOf(kind),
                row.getString("failure_message"), row.getObject("failure_group", UUID.class), Ids.madeAt(id));
    }

    private static @Nullable Named named(ResultSet row, String what) throws SQLException {
        UUID id = row.getObject(what + "_id", UUID.class);
        return id == null ? null : new Named(id, row.getString(what + "_name"));
    }
}
