package dev.syncline.expiry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What time is up for, found by the indexes on the end dates. */
@Repository
class DueRepository {

    private final JdbcClient jdbc;

    DueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, those after the given one. */
    List<Due> due(Instant now, UUID after, int limit) {
        return jdbc.sql("""
                select id, user_id from account
                where ends_at <= :now and status <> 'DELETING' and id > :after
                union
                select a.id, a.user_id
                from binding b join account a on a.id = b.account_id
                where b.ends_at <= :now and b.status <> 'RELEASING' and a.status <> 'DELETING' and a.id > :after
                order by id
                limit :limit""")
                .param("now", Timestamp.from(now))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Due(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class)))
                .list();
    }
}
