package dev.syncline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CheckRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order of their names, those after the given one ("" for the first). */
    List<Check> page(Family family, UUID applicationId, String afterName, int limit) {
        return jdbc.sql("""
                select * from governance_check
                where family = :family and (:anyApplication or application_id = :application) and lower(name) > lower(:after)
                order by lower(name)
                limit :limit""")
                .param("family", family.name())
                .param("anyApplication", applicationId == null)
                .param("application", applicationId == null ? LOWEST : applicationId)
                .param("after", afterName)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Check> find(Family family, UUID id) {
        return jdbc.sql("select * from governance_check where id = :id and family = :family")
                .param("id", id)
                .param("family", family.name())
                .query(this::read)
                .optional();
    }

    void insert(Check check) {
        written("""
                insert into governance_check (id, family, application_id, name, enabled, definition, action, schedule, most_accounts,
                    most_percent, next_run_at, created_at, updated_at)
                values (:id, :family, :application, :name, :enabled, cast(:definition as jsonb), :action, cast(:schedule as jsonb),
                    :mostAccounts, :mostPercent, :next, :now, :now)""", check)
                .param("family", check.family().name())
                .param("application", check.applicationId())
                .update();
    }

    /** False when the stored version is another. */
    boolean update(Check check) {
        return written("""
                update governance_check
                set name = :name, enabled = :enabled, definition = cast(:definition as jsonb), action = :action,
                    schedule = cast(:schedule as jsonb), most_accounts = :mostAccounts, most_percent = :mostPercent, next_run_at = :next,
                    version = version + 1, updated_at = :now
                where id = :id and version = :version""", check)
                .param("version", check.version())
                .update() == 1;
    }

    private JdbcClient.StatementSpec written(String statement, Check check) {
        return jdbc.sql(statement)
                .param("id", check.id())
                .param("name", check.name())
                .param("enabled", check.enabled())
                .param("definition", json.writerFor(Definition.class).writeValueAsString(check.definition()))
                .param("action", check.remedy().name())
                .param("schedule", check.schedule() == null ? null : json.writeValueAsString(check.schedule()))
                .param("mostAccounts", check.limits().accounts())
                .param("mostPercent", check.limits().percent())
                .param("next", timestamp(check.nextRunAt()))
                .param("now", timestamp(check.updatedAt()));
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from governance_check where id = :id and version = :version").param("id", id).param("version", version).update() == 1;
    }

    /** Those whose time has come, locked; another server passes them over. */
    List<Check> due(Instant now, int limit) {
        return jdbc.sql("""
                select * from governance_check
                where next_run_at <= :now
                order by next_run_at
                limit :limit
                for update skip locked""")
                .param("now", timestamp(now))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    void next(UUID id, Instant at) {
        jdbc.sql("update governance_check set next_run_at = :at where id = :id").param("at", timestamp(at)).param("id", id).update();
    }

    private Check read(ResultSet row, int number) throws SQLException {
        String schedule = row.getString("schedule");
        return new Check(
                row.getObject("id", UUID.class),
                Family.valueOf(row.getString("family")),
                row.getObject("application_id", UUID.class),
                row.getString("name"),
                row.getBoolean("enabled"),
                json.readValue(row.getString("definition"), Definition.class),
                Remedy.valueOf(row.getString("action")),
                schedule == null ? null : json.readValue(schedule, Schedule.class),
                new Limits(row.getObject("most_accounts", Integer.class), row.getObject("most_percent", Integer.class)),
                instant(row.getTimestamp("next_run_at")),
                row.getInt("version"),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("updated_at")));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    static @Nullable Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
