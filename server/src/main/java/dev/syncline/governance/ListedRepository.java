package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.connector.RemoteAccount;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of targets as runs read them. */
@Repository
class ListedRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListedRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One that was listed already, as after a restart, is passed over. */
    int insert(UUID runId, List<RemoteAccount> page) {
        return jdbc.sql("""
                insert into governance_listed (run_id, remote_id, name, active, attributes, last_sign_in_at)
                select :run, remote_id, name, active, cast(attributes as jsonb), last_sign_in_at
                from unnest(:remoteIds, :names, :active, :attributes, :seen) as l (remote_id, name, active, attributes, last_sign_in_at)
                on conflict (run_id, remote_id) do nothing""")
                .param("run", runId)
                .param("remoteIds", page.stream().map(account -> plain(account.remoteId())).toArray(String[]::new))
                .param("names", page.stream().map(account -> plain(account.name())).toArray(String[]::new))
                .param("active", page.stream().map(account -> account.active().orElse(null)).toArray(Boolean[]::new))
                .param("attributes", page.stream().map(account -> plain(json.writeValueAsString(account.attributes()))).toArray(String[]::new))
                .param("seen", page.stream().map(account -> timestamp(account.lastSignInAt().orElse(null))).toArray(Timestamp[]::new))
                .update();
    }

    /** The database takes no NUL, written out or escaped. */
    private static String plain(String text) {
        return text.replace("\0", "").replace("\\u0000", "");
    }

    /** Accounts known here that were used later than was known, by id. Those the target names otherwise are found by name. */
    Map<UUID, Instant> news(UUID runId, UUID applicationId, int limit) {
        Map<UUID, Instant> times = new HashMap<>();
        jdbc.sql("""
                select a.id, l.last_sign_in_at
                from governance_listed l
                join account a on a.application_id = :application and a.remote_id = l.remote_id
                where l.run_id = :run and l.last_sign_in_at is not null
                  and (a.last_sign_in_at is null or a.last_sign_in_at < l.last_sign_in_at)
                union all
                select a.id, l.last_sign_in_at
                from governance_listed l
                join account a on a.application_id = :application and lower(a.name) = lower(l.name) and a.remote_id is null
                where l.run_id = :run and l.last_sign_in_at is not null
                  and (a.last_sign_in_at is null or a.last_sign_in_at < l.last_sign_in_at)
                limit :limit""")
                .param("run", runId)
                .param("application", applicationId)
                .param("limit", limit)
                .query(row -> {
                    times.merge(row.getObject("id", UUID.class), row.getTimestamp("last_sign_in_at").toInstant(),
                            (one, other) -> one.isAfter(other) ? one : other);
                });
        return times;
    }

    /** Marks those that have an account here. What was just read is too new for the database to know how much it is. */
    void match(UUID runId, UUID applicationId) {
        jdbc.sql("analyze governance_listed").update();
        jdbc.sql("""
                update governance_listed
                set known = true
                where run_id = :run
                  and (remote_id in (select remote_id from account where application_id = :application and remote_id is not null)
                       or lower(name) in (select lower(name) from account where application_id = :application))""")
                .param("run", runId)
                .param("application", applicationId)
                .update();
    }

    void forget(UUID runId) {
        jdbc.sql("delete from governance_listed where run_id = :run").param("run", runId).update();
    }
}
