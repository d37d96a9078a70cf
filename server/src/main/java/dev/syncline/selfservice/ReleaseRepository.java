package dev.syncline.selfservice;

import dev.syncline.journal.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What users gave back, named as it was. */
@Repository
class ReleaseRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param permissionName null for the account itself */
    record Item(
            UUID accountId,
            String accountName,
            UUID applicationId,
            String applicationName,
            @Nullable UUID permissionId,
            @Nullable String permissionName) {}

    record Release(UUID id, UUID userId, String userName, Instant releasedAt, List<Item> items, List<UUID> taskIds) {}

    void keep(UUID id, Actor actor, List<Parting> partings, Names names) {
        jdbc.sql("insert into access_release (id, user_id, user_name, released_at) values (:id, :user, :name, :now)")
                .param("id", id)
                .param("user", actor.id())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        List<Item> items = new ArrayList<>();
        for (Parting parting : partings) {
            var account = parting.own().account();
            String application = names.application(account);
            if (parting.whole()) {
                items.add(new Item(account.id(), account.name(), account.applicationId(), application, null, null));
            }
            parting.permissions().forEach(permission -> items.add(new Item(account.id(), account.name(), account.applicationId(), application,
                    permission, names.permission(permission).name())));
        }
        jdbc.sql("""
                insert into access_release_item
                    (release_id, account_id, account_name, application_id, application_name, permission_id, permission_name)
                select :id, i.*
                from unnest(:accounts, :accountNames, :applications, :applicationNames, :permissions, :permissionNames) as i""")
                .param("id", id)
                .param("accounts", items.stream().map(Item::accountId).toArray(UUID[]::new))
                .param("accountNames", items.stream().map(Item::accountName).toArray(String[]::new))
                .param("applications", items.stream().map(Item::applicationId).toArray(UUID[]::new))
                .param("applicationNames", items.stream().map(Item::applicationName).toArray(String[]::new))
                .param("permissions", items.stream().map(Item::permissionId).toArray(UUID[]::new))
                .param("permissionNames", items.stream().map(Item::permissionName).toArray(String[]::new))
                .update();
    }

    void opened(UUID id, Collection<UUID> tasks) {
        jdbc.sql("insert into access_release_task (release_id, task_id) select :id, t from unnest(:tasks) as t")
                .param("id", id)
                .param("tasks", tasks.toArray(UUID[]::new))
                .update();
    }

    Optional<Release> find(UUID id) {
        List<UUID> tasks = jdbc.sql("select task_id from access_release_task where release_id = :id order by task_id")
                .param("id", id)
                .query(UUID.class)
                .list();
        List<Item> items = jdbc.sql("select * from access_release_item where release_id = :id order by application_name, permission_name nulls first")
                .param("id", id)
                .query((row, n) -> new Item(row.getObject("account_id", UUID.class), row.getString("account_name"),
                        row.getObject("application_id", UUID.class), row.getString("application_name"),
                        row.getObject("permission_id", UUID.class), row.getString("permission_name")))
                .list();
        return jdbc.sql("select * from access_release where id = :id")
                .param("id", id)
                .query((row, n) -> new Release(id, row.getObject("user_id", UUID.class), row.getString("user_name"),
                        row.getTimestamp("released_at").toInstant(), items, tasks))
                .optional();
    }
}
