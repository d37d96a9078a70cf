package dev.syncline.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AlertRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AlertRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first, those before the given one (null for the first). */
    List<Alert> page(UUID ruleId, Boolean open, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from notification_alert
                where (:anyRule or rule_id = :rule) and (:either or (ended_at is null) = :open) and id < :before
                order by id desc
                limit :limit""")
                .param("anyRule", ruleId == null)
                .param("rule", ruleId == null ? LOWEST : ruleId)
                .param("either", open == null)
                .param("open", Boolean.TRUE.equals(open))
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Alert> find(UUID id) {
        return jdbc.sql("select * from notification_alert where id = :id").param("id", id).query(this::read).optional();
    }

    /** What is so, and what there is still to tell of. Nobody else changes them while the caller holds the rule's lock. */
    List<Alert> unfinished(UUID ruleId) {
        return jdbc.sql("select * from notification_alert where rule_id = :rule and (ended_at is null or not over_told) order by id")
                .param("rule", ruleId)
                .query(this::read)
                .list();
    }

    /** How many of each rule are open. */
    Map<UUID, Integer> open(Collection<UUID> ruleIds) {
        return ruleIds.isEmpty() ? Map.of() : jdbc.sql("""
                select rule_id, count(*) as open from notification_alert where rule_id in (:rules) and ended_at is null group by rule_id""")
                .param("rules", ruleIds)
                .query((row, number) -> Map.entry(row.getObject("rule_id", UUID.class), row.getInt("open")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(UUID id, UUID ruleId, Finding finding, Instant now) {
        jdbc.sql("""
                insert into notification_alert (id, rule_id, application_id, application_name, cause, facts, opened_at, true_at)
                values (:id, :rule, :application, :name, :cause, cast(:facts as jsonb), :now, :now)""")
                .param("id", id)
                .param("rule", ruleId)
                .param("application", finding.applicationId())
                .param("name", finding.applicationName())
                .param("cause", finding.cause())
                .param("facts", json.writeValueAsString(finding.facts()))
                .param("now", Timestamp.from(now))
                .update();
    }

    void stillTrue(UUID id, Finding finding, Instant now) {
        jdbc.sql("update notification_alert set facts = cast(:facts as jsonb), application_name = :name, true_at = :now where id = :id")
                .param("facts", json.writeValueAsString(finding.facts()))
                .param("name", finding.applicationName())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void end(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update notification_alert set ended_at = :now where id in (:ids) and ended_at is null")
                    .param("now", Timestamp.from(now)).param("ids", ids).update();
        }
    }

    void endAll(UUID ruleId, Instant now) {
        jdbc.sql("""
                update notification_alert set ended_at = coalesce(ended_at, :now), over_told = true
                where rule_id = :rule and (ended_at is null or not over_told)""")
                .param("now", Timestamp.from(now)).param("rule", ruleId).update();
    }

    void told(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update notification_alert set told = told + 1, told_at = :now where id in (:ids)")
                    .param("now", Timestamp.from(now)).param("ids", ids).update();
        }
    }

    void finished(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update notification_alert set over_told = true where id in (:ids)").param("ids", ids).update();
        }
    }

    /** Whoever comes first has taken it up. */
    void acknowledge(UUID id, @Nullable String by, Instant now) {
        jdbc.sql("update notification_alert set acknowledged_by = :by, acknowledged_at = :now where id = :id and acknowledged_at is null")
                .param("by", by).param("now", Timestamp.from(now)).param("id", id).update();
    }

    int forget(Instant endedBefore) {
        return jdbc.sql("delete from notification_alert where ended_at < :before").param("before", Timestamp.from(endedBefore)).update();
    }

    private Alert read(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getObject("rule_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("application_name"),
                row.getString("cause"),
                json.readValue(row.getString("facts"), Facts.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("true_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getInt("told"),
                instant(row.getTimestamp("told_at")),
                row.getBoolean("over_told"),
                row.getString("acknowledged_by"),
                instant(row.getTimestamp("acknowledged_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
