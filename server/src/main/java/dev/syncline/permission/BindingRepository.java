package dev.syncline.permission;

import dev.syncline.rights.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BindingRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    BindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Binding> ofAccounts(Collection<UUID> accountIds) {
        return jdbc.sql("select * from binding where account_id = any (:ids) order by account_id, permission_id")
                .param("ids", accountIds.toArray(UUID[]::new))
                .query(BindingRepository::read)
                .list();
    }

    List<Binding> page(UUID accountId, UUID permissionId, Scope visible, UUID afterAccount, UUID afterPermission, int limit) {
        return jdbc.sql("""
                select * from binding
                where (:seesAll or permission_id in (select p.id from permission p where p.application_id = any (:visible)))
                  and (:anyAccount or account_id = :account)
                  and (:anyPermission or permission_id = :permission)
                  and (account_id, permission_id) > (:afterAccount, :afterPermission)
                order by account_id, permission_id
                limit :limit""")
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("anyAccount", accountId == null)
                .param("account", accountId == null ? LOWEST : accountId)
                .param("anyPermission", permissionId == null)
                .param("permission", permissionId == null ? LOWEST : permissionId)
                .param("afterAccount", afterAccount)
                .param("afterPermission", afterPermission)
                .param("limit", limit)
                .query(BindingRepository::read)
                .list();
    }

    void request(List<Hold> holds, Instant now) {
        write("""
                insert into binding (account_id, permission_id, status, ends_at, created_at, updated_at)
                select account_id, permission_id, 'REQUESTED', ends_at, :now, :now
                from unnest(:accounts, :permissions, :ends) as h (account_id, permission_id, ends_at)
                on conflict (account_id, permission_id) do update
                set status = 'REQUESTED', ends_at = excluded.ends_at, updated_at = excluded.updated_at""", holds, now);
    }

    void setEnd(List<Hold> holds, Instant now) {
        write("""
                update binding set ends_at = h.ends_at, updated_at = :now
                from unnest(:accounts, :permissions, :ends) as h (account_id, permission_id, ends_at)
                where binding.account_id = h.account_id and binding.permission_id = h.permission_id""", holds, now);
    }

    /** One that is being taken away meanwhile stays so. A permission that is gone is passed over. */
    void hold(List<Hold> holds, Instant now) {
        write("""
                insert into binding (account_id, permission_id, status, ends_at, created_at, updated_at)
                select h.account_id, h.permission_id, 'HELD', h.ends_at, :now, :now
                from unnest(:accounts, :permissions, :ends) as h (account_id, permission_id, ends_at)
                join permission on permission.id = h.permission_id
                on conflict (account_id, permission_id) do update
                set status = case binding.status when 'RELEASING' then 'RELEASING' else 'HELD' end,
                    updated_at = excluded.updated_at""", holds, now);
    }

    void setStatus(List<Hold> holds, Binding.Status from, Binding.Status to, Instant now) {
        pairs("""
                update binding set status = :to, updated_at = :now
                from unnest(:accounts, :permissions) as h (account_id, permission_id)
                where binding.account_id = h.account_id and binding.permission_id = h.permission_id
                  and binding.status = :from""", holds)
                .param("from", from.name())
                .param("to", to.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Asked for once more meanwhile: then it stays. */
    void drop(List<Hold> holds, Binding.Status... onlyIn) {
        pairs("""
                delete from binding
                using unnest(:accounts, :permissions) as h (account_id, permission_id)
                where binding.account_id = h.account_id and binding.permission_id = h.permission_id
                  and binding.status = any (:statuses)""", holds)
                .param("statuses", Arrays.stream(onlyIn).map(Enum::name).toArray(String[]::new))
                .update();
    }

    private void write(String statement, List<Hold> holds, Instant now) {
        pairs(statement, holds)
                .param("ends", holds.stream()
                        .map(hold -> hold.endsAt() == null ? null : Timestamp.from(hold.endsAt()))
                        .toArray(Timestamp[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec pairs(String statement, List<Hold> holds) {
        return jdbc.sql(statement)
                .param("accounts", holds.stream().map(Hold::accountId).toArray(UUID[]::new))
                .param("permissions", holds.stream().map(Hold::permissionId).toArray(UUID[]::new));
    }

    private static Binding read(ResultSet row, int number) throws SQLException {
        Timestamp endsAt = row.getTimestamp("ends_at");
        return new Binding(
                row.getObject("account_id", UUID.class),
                row.getObject("permission_id", UUID.class),
                Binding.Status.valueOf(row.getString("status")),
                endsAt == null ? null : endsAt.toInstant());
    }
}
