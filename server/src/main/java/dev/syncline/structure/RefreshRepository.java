package dev.syncline.structure;

import dev.syncline.task.Task;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefreshRepository {

    private final JdbcClient jdbc;

    RefreshRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Task> tasks) {
        jdbc.sql("""
                insert into presence_refresh (task_id, application_id, user_id)
                select task_id, application_id, user_id
                from unnest(:tasks, :applications, :users) as r (task_id, application_id, user_id)
                on conflict do nothing""")
                .param("tasks", tasks.stream().map(Task::id).toArray(UUID[]::new))
                .param("applications", tasks.stream().map(Task::applicationId).toArray(UUID[]::new))
                .param("users", tasks.stream().map(Task::userId).toArray(UUID[]::new))
                .update();
    }

    /** Takes some away, those another server is at left out; they come back when the transaction fails. */
    List<UUID> take(int limit) {
        return jdbc.sql("""
                delete from presence_refresh
                where task_id in (select task_id from presence_refresh order by task_id limit :limit for update skip locked)
                returning task_id""")
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
