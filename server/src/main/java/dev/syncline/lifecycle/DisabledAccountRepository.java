package dev.syncline.lifecycle;

import dev.syncline.task.Task;
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

    /** What was disabled after the enabling was asked for stays. */
    void forgetEnabled(List<Task> enablings) {
        jdbc.sql("""
                delete from disabled_account d
                using unnest(:accounts, :turns) as enabling (account_id, turn)
                where d.account_id = enabling.account_id
                    and not exists (select 1 from task t where t.id = d.task_id and t.turn > enabling.turn)""")
                .param("accounts", enablings.stream().map(Task::objectId).toArray(UUID[]::new))
                .param("turns", enablings.stream().map(Task::turn).toArray(Long[]::new))
                .update();
    }

    void forgetTasks(Collection<UUID> taskIds) {
        jdbc.sql("delete from disabled_account where task_id = any (:tasks)").param("tasks", taskIds.toArray(UUID[]::new)).update();
    }
}
