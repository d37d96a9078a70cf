package dev.syncline.notification;

import dev.syncline.delivery.Severity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleRepository {

    private static final String CHANNELS = """
            array(select channel_id from notification_rule_channel c where c.rule_id = r.id order by channel_id) as channel_ids
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order of their names, those after the given one ("" for the first). */
    List<Rule> page(String afterName, int limit) {
        return jdbc.sql("select r.*, " + CHANNELS + " from notification_rule r where lower(name) > lower(:after) order by lower(name) limit :limit")
                .param("after", afterName)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Rule> find(UUID id) {
        return byId(List.of(id)).stream().findFirst();
    }

    List<Rule> byId(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("select r.*, " + CHANNELS + " from notification_rule r where id in (:ids)")
                .param("ids", ids)
                .query(this::read)
                .list();
    }

    /** Locked, and only if it is still the version that was looked with. */
    Optional<Rule> lock(UUID id, int version) {
        return jdbc.sql("select r.*, " + CHANNELS + " from notification_rule r where id = :id and version = :version for update of r")
                .param("id", id)
                .param("version", version)
                .query(this::read)
                .optional();
    }

    void insert(Rule rule) {
        written("""
                insert into notification_rule (id, name, enabled, condition, application_ids, severity, repeat_minutes, tell_when_over,
                    with_names, quiet, next_look_at, created_at, updated_at)
                values (:id, :name, :enabled, cast(:condition as jsonb), :applications, :severity, :repeat, :over, :names,
                    cast(:quiet as jsonb), :next, :now, :now)""", rule)
                .update();
        connect(rule);
    }

    /** False when the stored version is another. */
    boolean update(Rule rule) {
        boolean done = written("""
                update notification_rule
                set name = :name, enabled = :enabled, condition = cast(:condition as jsonb), application_ids = :applications,
                    severity = :severity, repeat_minutes = :repeat, tell_when_over = :over, with_names = :names, quiet = cast(:quiet as jsonb),
                    next_look_at = :next, problem = null, version = version + 1, updated_at = :now
                where id = :id and version = :version""", rule)
                .param("version", rule.version())
                .update() == 1;
        if (done) {
            jdbc.sql("delete from notification_rule_channel where rule_id = :id").param("id", rule.id()).update();
            connect(rule);
        }
        return done;
    }

    private void connect(Rule rule) {
        jdbc.sql("insert into notification_rule_channel (rule_id, channel_id) select :id, unnest(:channels)")
                .param("id", rule.id())
                .param("channels", rule.channelIds().toArray(UUID[]::new))
                .update();
    }

    private JdbcClient.StatementSpec written(String statement, Rule rule) {
        return jdbc.sql(statement)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("enabled", rule.enabled())
                .param("condition", json.writerFor(Condition.class).writeValueAsString(rule.condition()))
                .param("applications", rule.applicationIds().toArray(UUID[]::new))
                .param("severity", rule.severity().name())
                .param("repeat", rule.repeatMinutes())
                .param("over", rule.tellWhenOver())
                .param("names", rule.withNames())
                .param("quiet", rule.quiet() == null ? null : json.writeValueAsString(rule.quiet()))
                .param("next", rule.enabled() ? Timestamp.from(rule.updatedAt()) : null)
                .param("now", Timestamp.from(rule.updatedAt()));
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from notification_rule where id = :id and version = :version").param("id", id).param("version", version).update() == 1;
    }

    /** Null ends the mute. */
    boolean mute(UUID id, Rule.@Nullable Mute mute) {
        return jdbc.sql("""
                update notification_rule set muted_until = :until, muted_by = :by, muted_because = :because, version = version + 1 where id = :id""")
                .param("until", mute == null ? null : Timestamp.from(mute.until()))
                .param("by", mute == null ? null : mute.by())
                .param("because", mute == null ? null : mute.because())
                .param("id", id)
                .update() == 1;
    }

    /** Those whose time has come. Whoever gets one is the only one to look until the next time. */
    List<Rule> claimDue(Instant now, Instant next, int limit) {
        return jdbc.sql("""
                with due as (
                    select id from notification_rule where next_look_at <= :now order by next_look_at limit :limit for update skip locked),
                r as (
                    update notification_rule n set next_look_at = :next from due where n.id = due.id returning n.*)
                select r.*, %s from r""".formatted(CHANNELS))
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** @param problem null when the look succeeded */
    void looked(UUID id, Instant now, @Nullable String problem) {
        jdbc.sql("update notification_rule set looked_at = :now, problem = :problem where id = :id")
                .param("now", Timestamp.from(now)).param("problem", problem).param("id", id).update();
    }

    private Rule read(ResultSet row, int number) throws SQLException {
        String quiet = row.getString("quiet");
        Timestamp muted = row.getTimestamp("muted_until");
        return new Rule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("enabled"),
                json.readValue(row.getString("condition"), Condition.class),
                ids(row.getArray("application_ids")),
                Severity.valueOf(row.getString("severity")),
                ids(row.getArray("channel_ids")),
                row.getObject("repeat_minutes", Integer.class),
                row.getBoolean("tell_when_over"),
                row.getBoolean("with_names"),
                quiet == null ? null : json.readValue(quiet, Hours.class),
                muted == null ? null : new Rule.Mute(muted.toInstant(), row.getString("muted_by"), row.getString("muted_because")),
                instant(row.getTimestamp("looked_at")),
                row.getString("problem"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
