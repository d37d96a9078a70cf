package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;

import dev.syncline.governance.Definition.Duplicate;
import dev.syncline.governance.Definition.Keep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts a user has too many. Only those REQUESTED or ACTIVE are counted; of those made at the same time all are kept. */
@Repository
class DuplicateDetector implements Detector {

    private static final String QUERY = """
            with counted as (
                select a.id, a.name, a.user_id, a.created_at,
                       case when :newest then max(a.created_at) over theirs else min(a.created_at) over theirs end as kept_at
                from account a
                where a.application_id = :application
                  and a.status in ('REQUESTED', 'ACTIVE')
                  and a.user_id is not null
                  and (:all or a.user_id in (select user_id from account where id = any (:ids)))
                window theirs as (partition by a.user_id))
            select c.id, c.name, c.user_id, u.display_name, c.created_at, k.names as kept
            from counted c
            join users u on u.id = c.user_id
            cross join lateral (select array_agg(o.name order by o.name) as names from counted o
                                where o.user_id = c.user_id and o.created_at = c.kept_at) k
            where c.created_at <> c.kept_at
              and (:all or c.id = any (:ids))
              and c.id > :after
            order by c.id
            limit :limit""";

    private final JdbcClient jdbc;

    DuplicateDetector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof Duplicate;
    }

    @Override
    public Page after(Run run, String place, int size) {
        List<Found> found = query(run, AccountRows.after(place), null, size);
        return new Page(found, found.size() < size ? null : found.getLast().key());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        return query(run, AccountRows.FIRST, AccountRows.of(findings), Integer.MAX_VALUE);
    }

    private List<Found> query(Run run, UUID after, UUID[] only, int limit) {
        return jdbc.sql(QUERY)
                .param("newest", ((Duplicate) run.definition()).keep() == Keep.NEWEST)
                .param("application", run.applicationId())
                .param("all", only == null)
                .param("ids", only == null ? new UUID[0] : only)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> found(row, run))
                .list();
    }

    private static Found found(ResultSet row, Run run) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("createdAt", Found.text(instant(row.getTimestamp("created_at"))));
        facts.put("kept", List.of((String[]) row.getArray("kept").getArray()));
        return AccountRows.found(Found.Kind.DUPLICATE, row, run.applicationId(), facts);
    }
}
