package dev.syncline.request;

import dev.syncline.request.AccessRule.AccountEnd;
import dev.syncline.request.AccessRule.LastPermission;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be requested of applications, who owns them, and how access to them ends. */
@Repository
class AccessRuleRepository {

    private final JdbcClient jdbc;

    AccessRuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccessRule> rules(Collection<UUID> applications) {
        return jdbc.sql("select * from application_access_rule where application_id = any (:ids)")
                .param("ids", applications.toArray(UUID[]::new))
                .query((row, n) -> new AccessRule(row.getObject("application_id", UUID.class), row.getBoolean("account_requestable"),
                        LastPermission.valueOf(row.getString("last_permission")), AccountEnd.valueOf(row.getString("account_end")),
                        row.getInt("version")))
                .list();
    }

    /** @return whether the stored version was the one given; 0 for none stored */
    boolean save(AccessRule rule, Instant now) {
        return jdbc.sql("""
                insert into application_access_rule (application_id, account_requestable, last_permission, account_end, updated_at)
                select :id, :requestable, :lastPermission, :accountEnd, :now
                where :version = 0 or exists (select from application_access_rule where application_id = :id)
                on conflict (application_id) do update
                set account_requestable = excluded.account_requestable, last_permission = excluded.last_permission,
                    account_end = excluded.account_end, version = application_access_rule.version + 1, updated_at = excluded.updated_at
                where application_access_rule.version = :version""")
                .param("id", rule.applicationId())
                .param("requestable", rule.accountRequestable())
                .param("lastPermission", rule.lastPermission().name())
                .param("accountEnd", rule.accountEnd().name())
                .param("version", rule.version())
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    List<UUID> owners(Collection<UUID> applications) {
        return jdbc.sql("select distinct user_id from application_owner where application_id = any (:ids)")
                .param("ids", applications.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void setOwners(UUID application, Collection<UUID> users) {
        jdbc.sql("delete from application_owner where application_id = :id and user_id <> all (:users)")
                .param("id", application)
                .param("users", users.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                insert into application_owner (application_id, user_id) select :id, u from unnest(:users) as u
                on conflict do nothing""")
                .param("id", application)
                .param("users", users.toArray(UUID[]::new))
                .update();
    }

    Set<UUID> requestableOf(UUID application) {
        return jdbc.sql("select permission_id from requestable_permission where application_id = :id")
                .param("id", application)
                .query(UUID.class)
                .set();
    }

    /** Which of these permissions can be requested. */
    Set<UUID> requestable(Collection<UUID> permissions) {
        return jdbc.sql("select permission_id from requestable_permission where permission_id = any (:ids)")
                .param("ids", permissions.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    void setRequestable(UUID application, Collection<UUID> permissions) {
        jdbc.sql("delete from requestable_permission where application_id = :id and permission_id <> all (:permissions)")
                .param("id", application)
                .param("permissions", permissions.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                insert into requestable_permission (application_id, permission_id) select :id, p from unnest(:permissions) as p
                on conflict do nothing""")
                .param("id", application)
                .param("permissions", permissions.toArray(UUID[]::new))
                .update();
    }
}
