package dev.syncline.reconciliation;

import dev.syncline.connector.ListedObject;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.RemoteAccount;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What a run reads, as findings without a kind; and their end. One that a target lists twice is kept once. */
@Repository
class Staging {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Staging(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    int accounts(UUID runId, List<RemoteAccount> page) {
        return jdbc.sql("""
                insert into reconciliation_finding (run_id, object_type, remote_id, name, active, attributes, last_sign_in_at)
                select :run, 'ACCOUNT', remote_id, name, active, cast(attributes as jsonb), last_sign_in_at
                from unnest(:remoteIds, :names, :active, :attributes, :seen) as l (remote_id, name, active, attributes, last_sign_in_at)
                on conflict (run_id, object_type, remote_id) where remote_id is not null do nothing""")
                .param("run", runId)
                .param("remoteIds", page.stream().map(account -> plain(account.remoteId())).toArray(String[]::new))
                .param("names", page.stream().map(account -> plain(account.name())).toArray(String[]::new))
                .param("active", page.stream().map(account -> account.active().orElse(null)).toArray(Boolean[]::new))
                .param("attributes", page.stream().map(account -> plain(json.writeValueAsString(account.attributes()))).toArray(String[]::new))
                .param("seen", page.stream().map(account -> timestamp(account.lastSignInAt().orElse(null))).toArray(Timestamp[]::new))
                .update();
    }

    int objects(UUID runId, ObjectType objectType, List<ListedObject> page) {
        return jdbc.sql("""
                insert into reconciliation_finding (run_id, object_type, remote_id, name, parent)
                select :run, :type, remote_id, name, parent
                from unnest(:remoteIds, :names, :parents) as l (remote_id, name, parent)
                on conflict (run_id, object_type, remote_id) where remote_id is not null do nothing""")
                .param("run", runId)
                .param("type", objectType.name())
                .param("remoteIds", page.stream().map(object -> plain(object.remoteId())).toArray(String[]::new))
                .param("names", page.stream().map(object -> plain(object.name())).toArray(String[]::new))
                .param("parents", page.stream().map(object -> object.parent().map(Staging::plain).orElse(null)).toArray(String[]::new))
                .update();
    }

    /** What was just read is too new for the database to know how much it is. */
    void count() {
        jdbc.sql("analyze reconciliation_finding").update();
    }

    void forget(UUID runId) {
        jdbc.sql("delete from reconciliation_finding where run_id = :run").param("run", runId).update();
    }

    /** What was ignored stays ignored in the newer run, as long as it is the same finding. */
    void carryOver(UUID applicationId, UUID newerRun) {
        jdbc.sql("""
                update reconciliation_finding n
                set outcome = 'IGNORED', reason = o.reason, decided_by = o.decided_by, decided_at = o.decided_at
                from reconciliation_finding o
                join reconciliation_run r on r.id = o.run_id and r.application_id = :application and r.id < :newer
                where o.outcome = 'IGNORED' and n.run_id = :newer and n.outcome = 'OPEN' and n.object_type = o.object_type
                  and n.kind = o.kind and n.remote_id is not distinct from o.remote_id and n.object_id is not distinct from o.object_id""")
                .param("application", applicationId)
                .param("newer", newerRun)
                .update();
    }

    /** A newer run has taken the place of those before it, but for one that is being acted on. */
    void forgetBefore(UUID applicationId, UUID newerRun, Instant now) {
        jdbc.sql("""
                with old as (
                    update reconciliation_run set findings_deleted_at = :now
                    where application_id = :application and id < :newer and status = 'DONE' and findings_deleted_at is null and not act_under_way
                    returning id)
                delete from reconciliation_finding using old where run_id = old.id""")
                .param("application", applicationId)
                .param("newer", newerRun)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What was found so long ago says nothing any more; runs themselves are kept longer. */
    void forgetOld(Instant findingsBefore, Instant runsBefore, Instant now) {
        jdbc.sql("""
                with old as (
                    update reconciliation_run set findings_deleted_at = :now
                    where ended_at < :findingsBefore and findings_deleted_at is null and not act_under_way
                    returning id)
                delete from reconciliation_finding using old where run_id = old.id""")
                .param("findingsBefore", Timestamp.from(findingsBefore))
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("delete from reconciliation_run where ended_at < :runsBefore and not act_under_way")
                .param("runsBefore", Timestamp.from(runsBefore))
                .update();
    }

    /** The database takes no NUL, written out or escaped. */
    private static String plain(String text) {
        return text.replace("\0", "").replace("\\u0000", "");
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
