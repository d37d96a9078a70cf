package dev.syncline.lifecycle;

import dev.syncline.lifecycle.GlobalPolicy.OnDeleted;
import dev.syncline.lifecycle.GlobalPolicy.OnDisabled;
import dev.syncline.lifecycle.GlobalPolicy.OnEnabled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The policy of all applications is kept under the id null. */
@Repository
class GlobalPolicyRepository {

    private final JdbcClient jdbc;

    GlobalPolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts where. */
    record Counting(GlobalPolicy ofAll, Map<UUID, GlobalPolicy> overrides) {

        GlobalPolicy of(UUID application) {
            return overrides.getOrDefault(application, ofAll);
        }
    }

    /** The policy of all applications, which is always there, and the overrides of these. */
    Counting of(Collection<UUID> applicationIds) {
        List<GlobalPolicy> ofAll = new ArrayList<>();
        Map<UUID, GlobalPolicy> overrides = new HashMap<>();
        jdbc.sql("select * from global_policy where application_id is null or application_id = any (:applications)")
                .param("applications", applicationIds.toArray(UUID[]::new))
                .query(row -> {
                    UUID application = row.getObject("application_id", UUID.class);
                    if (application == null) {
                        ofAll.add(read(row));
                    } else {
                        overrides.put(application, read(row));
                    }
                });
        return new Counting(ofAll.getFirst(), overrides);
    }

    /** Those who may overwrite each other come one after the other. */
    void lock() {
        jdbc.sql("select 1 from global_policy where application_id is null for update").query(row -> {});
    }

    void insert(UUID applicationId, GlobalPolicyBody body, Instant now) {
        columns("""
                insert into global_policy (application_id, enabled, on_disabled, on_deleted, on_enabled, updated_at)
                values (:application, :enabled, :onDisabled, :onDeleted, :onEnabled, :now)""", applicationId, body, now).update();
    }

    void update(@Nullable UUID applicationId, GlobalPolicyBody body, Instant now) {
        columns("""
                update global_policy
                set enabled = :enabled, on_disabled = :onDisabled, on_deleted = :onDeleted, on_enabled = :onEnabled,
                    version = version + 1, updated_at = :now
                where application_id is not distinct from :application""", applicationId, body, now).update();
    }

    void delete(UUID applicationId) {
        jdbc.sql("delete from global_policy where application_id = :application").param("application", applicationId).update();
    }

    private JdbcClient.StatementSpec columns(String statement, @Nullable UUID applicationId, GlobalPolicyBody body, Instant now) {
        return jdbc.sql(statement)
                .param("application", applicationId, java.sql.Types.OTHER)
                .param("enabled", body.enabled())
                .param("onDisabled", body.onDisabled().name())
                .param("onDeleted", body.onDeleted().name())
                .param("onEnabled", body.onEnabled().name())
                .param("now", Timestamp.from(now));
    }

    private static GlobalPolicy read(ResultSet row) throws SQLException {
        return new GlobalPolicy(
                row.getBoolean("enabled"),
                OnDisabled.valueOf(row.getString("on_disabled")),
                OnDeleted.valueOf(row.getString("on_deleted")),
                OnEnabled.valueOf(row.getString("on_enabled")),
                row.getInt("version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
