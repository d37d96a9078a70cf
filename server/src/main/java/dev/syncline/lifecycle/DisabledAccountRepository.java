package dev.syncline.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts this package disabled because their user was disabled. */
@Repository
class DisabledAccountRepository {

    /** @param taskId null where it took effect at once */
    record Disabled(UUID accountId, UUID userId, @Nullable UUID taskId) {}

    private final JdbcClient jdbc;

    DisabledAccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(List<Disabled> disabled, Instant now) {
        jdbc.sql("""
                insert into disabled_account (account_id, user_id, task_id, since)
                select account_id, user_id, task_id, :now
                from unnest(:accounts, :users, :tasks) as d (account_id, user_id, task_id)
                on conflict (account_id) do update
                set user_id = excluded.user_id, task_id = excluded.task_id, since = excluded.since""")
                .param("accounts", disabled.stream().map(Disabled::accountId).toArray(UUID[]::new))
                .param("users", disabled.stream().map(Disabled::userId).toArray(UUID[]::new))
                .param("tasks", disabled.stream().map(Disabled::taskId).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    List<UUID> ofUsers(Collection<UUID> userIds) {
        return jdbc.sql("select account_id from disabled_account where user_id = any (:users)")
                .param("users", userIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void forgetUsers(Collection<UUID> userIds) {
        jdbc.sql("delete from disabled_account where user_id = any (:users)").param("users", userIds.toArray(UUID[]::new)).update();
    }

    void forgetAccounts(Collection<UUID> accountIds) {
        jdbc.sql("delete from disabled_account where account_id = any (:accounts)")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .update();
    }

    void forgetTasks(Collection<UUID> taskIds) {
        jdbc.sql("delete from disabled_account where task_id = any (:tasks)").param("tasks", taskIds.toArray(UUID[]::new)).update();
    }
}
