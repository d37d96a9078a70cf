package dev.syncline.application;

import dev.syncline.rights.Scope;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ApplicationRepository {

    /** An application with its secrets sealed; its mappings and the names of its secrets are not filled in. */
    record Stored(Application application, byte @Nullable [] sealedSecrets, byte @Nullable [] sealedCallbackSecret) {}

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Stored> page(String text, Scope visible, String afterName, int limit) {
        return jdbc.sql("""
                select * from application
                where position(lower(:text) in lower(name)) > 0 and name > :after
                  and (:seesAll or id = any (:visible))
                order by name
                limit :limit""")
                .param("text", text)
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("after", afterName)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<Stored> byId(Collection<UUID> ids) {
        return jdbc.sql("select * from application where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    Optional<Stored> lock(UUID id) {
        return jdbc.sql("select * from application where id = :id for update").param("id", id).query(this::read).optional();
    }

    List<UUID> ids() {
        return jdbc.sql("select id from application").query(UUID.class).list();
    }

    Map<UUID, Integer> versions(Collection<UUID> ids) {
        return jdbc.sql("select id, version from application where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(Stored stored) {
        columns("""
                insert into application (id, name, connector, settings, sealed_secrets, data_synchronization, change_tracking,
                    callback_mode, callback_deadline_seconds, sealed_callback_secret, max_attempts, first_delay_ms, max_delay_ms,
                    max_concurrency, rate_per_second, request_timeout_ms, masked_attributes, personal_attributes, public_attributes,
                    account_name_expression, created_at, updated_at)
                values (:id, :name, :connector, cast(:settings as jsonb), :secrets, :synchronization, :tracking,
                    :callback, :deadline, :callbackSecret, :attempts, :firstDelay, :maxDelay,
                    :concurrency, :rate, :timeout, :masked, :personal, :public,
                    :accountName, :now, :now)""", stored).update();
    }

    void update(Stored stored) {
        columns("""
                update application
                set name = :name, connector = :connector, settings = cast(:settings as jsonb), sealed_secrets = :secrets,
                    data_synchronization = :synchronization, change_tracking = :tracking, callback_mode = :callback,
                    callback_deadline_seconds = :deadline, sealed_callback_secret = :callbackSecret, max_attempts = :attempts,
                    first_delay_ms = :firstDelay, max_delay_ms = :maxDelay, max_concurrency = :concurrency,
                    rate_per_second = :rate, request_timeout_ms = :timeout, masked_attributes = :masked,
                    personal_attributes = :personal, public_attributes = :public,
                    account_name_expression = :accountName, version = version + 1, updated_at = :now
                where id = :id""", stored).update();
    }

    private JdbcClient.StatementSpec columns(String statement, Stored stored) {
        Application application = stored.application();
        return jdbc.sql(statement)
                .param("id", application.id())
                .param("name", application.name())
                .param("connector", application.connector())
                .param("settings", json.writeValueAsString(application.settings()))
                .param("secrets", stored.sealedSecrets())
                .param("synchronization", application.dataSynchronization())
                .param("tracking", application.changeTracking())
                .param("callback", application.callback().enabled())
                .param("deadline", application.callback().deadlineSeconds())
                .param("callbackSecret", stored.sealedCallbackSecret())
                .param("attempts", application.retry().maxAttempts())
                .param("firstDelay", application.retry().firstDelayMs())
                .param("maxDelay", application.retry().maxDelayMs())
                .param("concurrency", application.limits().maxConcurrency())
                .param("rate", application.limits().ratePerSecond())
                .param("timeout", application.limits().requestTimeoutMs())
                .param("masked", application.maskedAttributes().toArray(String[]::new))
                .param("personal", application.personalAttributes().toArray(String[]::new))
                .param("public", application.publicAttributes().toArray(String[]::new))
                .param("accountName", application.accountNameExpression())
                .param("now", Timestamp.from(application.updatedAt()));
    }

    void setCallbackSecret(UUID id, byte[] sealed, Instant now) {
        jdbc.sql("""
                update application set sealed_callback_secret = :sealed, version = version + 1, updated_at = :now
                where id = :id""")
                .param("id", id)
                .param("sealed", sealed)
                .param("now", Timestamp.from(now))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from application where id = :id").param("id", id).update();
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        byte[] callbackSecret = row.getBytes("sealed_callback_secret");
        Application application = new Application(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("connector"),
                json.readValue(row.getString("settings"), SETTINGS),
                Map.of(),
                row.getBoolean("data_synchronization"),
                row.getBoolean("change_tracking"),
                new Application.Callback(
                        row.getBoolean("callback_mode"), row.getInt("callback_deadline_seconds"), callbackSecret != null),
                new Application.Retry(row.getInt("max_attempts"), row.getLong("first_delay_ms"), row.getLong("max_delay_ms")),
                new Application.Limits(
                        row.getInt("max_concurrency"), row.getObject("rate_per_second", Double.class), row.getInt("request_timeout_ms")),
                names(row, "masked_attributes"),
                names(row, "personal_attributes"),
                names(row, "public_attributes"),
                row.getString("account_name_expression"),
                List.of(),
                List.of(),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
        return new Stored(application, row.getBytes("sealed_secrets"), callbackSecret);
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
