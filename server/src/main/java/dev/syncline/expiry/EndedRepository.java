package dev.syncline.expiry;

import dev.syncline.expiry.Ended.Item;
import dev.syncline.expiry.Ended.Outcome;
import dev.syncline.rights.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EndedRepository {

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    EndedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Ended ended) {
        jdbc.sql("insert into expiry (id, expired_at) values (:id, :at)")
                .param("id", ended.id())
                .param("at", Timestamp.from(ended.expiredAt()))
                .update();
        List<Item> items = ended.items();
        // Arrays of arrays have to be of one length in SQL: lists of requests travel as texts.
        jdbc.sql("""
                insert into expiry_item (expiry_id, account_id, account_name, application_id, application_name, user_id, user_name,
                    permission_id, permission_name, ended_at, outcome, note, task_id, request_ids)
                select :id, account_id, account_name, application_id, application_name, user_id, user_name,
                    permission_id, permission_name, ended_at, outcome, note, task_id, cast(request_ids as uuid[])
                from unnest(:accounts, :accountNames, :applications, :applicationNames, :users, :userNames, :permissions, :permissionNames,
                            :ends, :outcomes, :notes, :tasks, :requests)
                    as i (account_id, account_name, application_id, application_name, user_id, user_name, permission_id, permission_name,
                          ended_at, outcome, note, task_id, request_ids)""")
                .param("id", ended.id())
                .param("accounts", items.stream().map(Item::accountId).toArray(UUID[]::new))
                .param("accountNames", items.stream().map(Item::accountName).toArray(String[]::new))
                .param("applications", items.stream().map(Item::applicationId).toArray(UUID[]::new))
                .param("applicationNames", items.stream().map(Item::applicationName).toArray(String[]::new))
                .param("users", items.stream().map(Item::userId).toArray(UUID[]::new))
                .param("userNames", items.stream().map(Item::userName).toArray(String[]::new))
                .param("permissions", items.stream().map(Item::permissionId).toArray(UUID[]::new))
                .param("permissionNames", items.stream().map(Item::permissionName).toArray(String[]::new))
                .param("ends", items.stream().map(item -> Timestamp.from(item.endedAt())).toArray(Timestamp[]::new))
                .param("outcomes", items.stream().map(item -> item.outcome().name()).toArray(String[]::new))
                .param("notes", items.stream().map(Item::note).toArray(String[]::new))
                .param("tasks", items.stream().map(Item::taskId).toArray(UUID[]::new))
                .param("requests", items.stream()
                        .map(item -> item.requestIds().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .toArray(String[]::new))
                .update();
    }

    /** Newest first, those before the given one (null for the first). */
    List<Ended> page(Scope visible, @Nullable UUID before, int limit) {
        return withItems(visible, jdbc.sql("""
                select * from expiry e
                where id < :before
                  and (:seesAll or exists (select from expiry_item i where i.expiry_id = e.id and i.application_id = any (:visible)))
                order by id desc
                limit :limit""")
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(EndedRepository::bare)
                .list());
    }

    Optional<Ended> find(UUID id, Scope visible) {
        return withItems(visible, jdbc.sql("select * from expiry where id = :id").param("id", id).query(EndedRepository::bare).list())
                .stream().filter(one -> visible.isAll() || !one.items().isEmpty()).findFirst();
    }

    private List<Ended> withItems(Scope visible, List<Ended> bare) {
        Map<UUID, List<Item>> items = items(visible, bare.stream().map(Ended::id).toList());
        return bare.stream().map(one -> new Ended(one.id(), one.expiredAt(), items.getOrDefault(one.id(), List.of()))).toList();
    }

    private Map<UUID, List<Item>> items(Scope visible, Collection<UUID> ids) {
        return jdbc.sql("""
                select * from expiry_item where expiry_id = any (:ids) and (:seesAll or application_id = any (:visible))
                order by user_name nulls last, account_name, permission_name nulls first""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .query((row, n) -> Map.entry(row.getObject("expiry_id", UUID.class), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Ended bare(ResultSet row, int number) throws SQLException {
        return new Ended(row.getObject("id", UUID.class), row.getTimestamp("expired_at").toInstant(), List.of());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(row.getObject("account_id", UUID.class), row.getString("account_name"),
                row.getObject("application_id", UUID.class), row.getString("application_name"),
                row.getObject("user_id", UUID.class), row.getString("user_name"),
                row.getObject("permission_id", UUID.class), row.getString("permission_name"),
                row.getTimestamp("ended_at").toInstant(), Outcome.valueOf(row.getString("outcome")), row.getString("note"),
                row.getObject("task_id", UUID.class), Arrays.asList((UUID[]) row.getArray("request_ids").getArray()));
    }
}
