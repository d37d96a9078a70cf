package dev.syncline.retention;

import dev.syncline.integrity.Expiring;
import dev.syncline.integrity.Expiring.What;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is over in months that have to stay for others' sake: deleted in small groups. */
@Component
class Leftovers {

    private static final int GROUP = 500;
    private static final UUID LOWEST = new UUID(0, 0);

    private static final String TASKS = """
            select t.id
            from task t
            where t.id < :before and t.settled_at is not null
              and (:application::uuid is null and t.application_id <> all (:others::uuid[]) or t.application_id = :application::uuid)
              and not exists (
                select from legal_hold h
                where h.lifted_at is null and (h.subject_type = 'TASK' and h.subject_id = t.id or h.subject_type = 'USER' and h.subject_id = t.user_id
                    or h.subject_type = 'APPLICATION' and h.subject_id = t.application_id))
            """;

    private static final String WITH_PAYLOADS = TASKS + "and exists (select from wire_message m where m.task_id = t.id) order by t.id limit :limit";

    private static final String ANY = TASKS + "order by t.id limit :limit";

    private static final String ENTRIES = """
            select e.id
            from audit_entry e
            where e.id < :before and e.ended_at is not null
              and (:application::uuid is null and (e.application_id is null or e.application_id <> all (:others::uuid[]))
                  or e.application_id = :application::uuid)
              and not exists (
                select from legal_hold h
                where h.lifted_at is null and (h.subject_id::text = e.object_id or h.subject_id = e.actor_id or h.subject_id = e.application_id))
            order by e.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Expiring expiring;

    Leftovers(JdbcClient jdbc, Expiring expiring) {
        this.jdbc = jdbc;
        this.expiring = expiring;
    }

    /**
     * Deletes a group.
     *
     * @param application null for all but the {@code others}
     * @param before ids below are over
     * @return whether there may be more
     */
    @Transactional
    public boolean delete(What what, @Nullable UUID application, List<UUID> others, UUID before) {
        String statement = switch (what) {
            case PAYLOADS -> WITH_PAYLOADS;
            case TASKS -> ANY;
            case AUDIT -> ENTRIES;
        };
        List<UUID> group = jdbc.sql(statement).param("before", before).param("application", application, Types.OTHER)
                .param("others", others.toArray(UUID[]::new)).param("limit", GROUP).query(UUID.class).list();
        if (!group.isEmpty()) {
            delete(what, group, before);
        }
        return group.size() == GROUP;
    }

    private void delete(What what, List<UUID> group, UUID before) {
        switch (what) {
            case PAYLOADS -> {
                applications(group).forEach(application -> expiring.range(What.PAYLOADS, application, LOWEST, before));
                from("wire_message", "task_id", group);
            }
            case TASKS -> {
                expiring.records(What.TASKS, group);
                List.of("wire_message", "attempt", "entry", "callback").forEach(table -> from(table, "task_id", group));
                from("task", "id", group);
            }
            case AUDIT -> {
                expiring.records(What.AUDIT, group);
                from("audit_entry", "id", group);
            }
        }
    }

    private List<UUID> applications(List<UUID> tasks) {
        return jdbc.sql("select distinct application_id from task where id = any (:ids)").param("ids", tasks.toArray(UUID[]::new))
                .query(UUID.class).list();
    }

    private void from(String table, String column, List<UUID> ids) {
        jdbc.sql("delete from " + table + " where " + column + " = any (:ids)").param("ids", ids.toArray(UUID[]::new)).update();
    }
}
