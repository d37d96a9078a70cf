package dev.syncline.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntitlementRepository {

    private final JdbcClient jdbc;

    EntitlementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entitlement> ofUsers(Collection<UUID> userIds) {
        return jdbc.sql("select * from entitlement where user_id = any (:users) order by user_id, since")
                .param("users", userIds.toArray(UUID[]::new))
                .query(EntitlementRepository::read)
                .list();
    }

    List<Entitlement> because(UUID reasonId, int limit) {
        return jdbc.sql("select * from entitlement where reason_id = :reason order by user_id limit :limit")
                .param("reason", reasonId)
                .param("limit", limit)
                .query(EntitlementRepository::read)
                .list();
    }

    Map<UUID, Long> countUsers(Collection<UUID> reasonIds) {
        Map<UUID, Long> counts = new HashMap<>();
        jdbc.sql("""
                select reason_id, count(distinct user_id) as users from entitlement
                where reason_id = any (:reasons)
                group by reason_id""")
                .param("reasons", reasonIds.toArray(UUID[]::new))
                .query(row -> {
                    counts.put(row.getObject("reason_id", UUID.class), row.getLong("users"));
                });
        return counts;
    }

    List<Entitlement> ended(Instant by, int limit) {
        return jdbc.sql("select * from entitlement where ends_at <= :by order by ends_at limit :limit")
                .param("by", Timestamp.from(by))
                .param("limit", limit)
                .query(EntitlementRepository::read)
                .list();
    }

    void grant(List<Entitlement> entitlements, Instant now) {
        columns("""
                insert into entitlement (user_id, application_id, permission_id, reason, reason_id, reason_version, ends_at, since)
                select distinct on (user_id, application_id, permission_id, reason, reason_id)
                       user_id, application_id, permission_id, reason, reason_id, reason_version, ends_at, :now
                from unnest(:users, :applications, :permissions, :reasons, :reasonIds, :versions, :ends)
                    as e (user_id, application_id, permission_id, reason, reason_id, reason_version, ends_at)
                on conflict (user_id, application_id, permission_id, reason, reason_id) do update
                set reason_version = excluded.reason_version, ends_at = excluded.ends_at""", entitlements)
                .param("versions", entitlements.stream().map(Entitlement::reasonVersion).toArray(Integer[]::new))
                .param("ends", entitlements.stream()
                        .map(entitlement -> entitlement.endsAt() == null ? null : Timestamp.from(entitlement.endsAt()))
                        .toArray(Timestamp[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void revoke(List<Entitlement> entitlements) {
        columns("""
                delete from entitlement
                using unnest(:users, :applications, :permissions, :reasons, :reasonIds)
                    as e (user_id, application_id, permission_id, reason, reason_id)
                where entitlement.user_id = e.user_id
                  and entitlement.application_id = e.application_id
                  and entitlement.permission_id is not distinct from e.permission_id
                  and entitlement.reason = e.reason
                  and entitlement.reason_id = e.reason_id""", entitlements)
                .update();
    }

    private JdbcClient.StatementSpec columns(String statement, List<Entitlement> entitlements) {
        return jdbc.sql(statement)
                .param("users", entitlements.stream().map(Entitlement::userId).toArray(UUID[]::new))
                .param("applications", entitlements.stream().map(Entitlement::applicationId).toArray(UUID[]::new))
                .param("permissions", entitlements.stream().map(Entitlement::permissionId).toArray(UUID[]::new))
                .param("reasons", entitlements.stream().map(entitlement -> entitlement.reason().name()).toArray(String[]::new))
                .param("reasonIds", entitlements.stream().map(Entitlement::reasonId).toArray(UUID[]::new));
    }

    private static Entitlement read(ResultSet row, int number) throws SQLException {
        Timestamp endsAt = row.getTimestamp("ends_at");
        return new Entitlement(
                row.getObject("user_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("permission_id", UUID.class),
                Entitlement.Reason.valueOf(row.getString("reason")),
                row.getObject("reason_id", UUID.class),
                row.getObject("reason_version", Integer.class),
                endsAt == null ? null : endsAt.toInstant());
    }
}
