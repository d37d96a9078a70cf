package dev.syncline.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChannelRepository {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChannelRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A channel as it is kept: its secrets are not in it but beside it. */
    record Stored(Channel channel, byte @Nullable [] sealedSecrets) {}

    /** In the order of their names, those after the given one ("" for the first). */
    List<Stored> page(String afterName, int limit) {
        return jdbc.sql("select * from notification_channel where lower(name) > lower(:after) order by lower(name) limit :limit")
                .param("after", afterName)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<Stored> byId(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("select * from notification_channel where id in (:ids) order by lower(name)")
                .param("ids", ids)
                .query(this::read)
                .list();
    }

    Optional<Stored> lock(UUID id) {
        return jdbc.sql("select * from notification_channel where id = :id for update").param("id", id).query(this::read).optional();
    }

    void insert(Stored stored) {
        written("""
                insert into notification_channel (id, name, kind, enabled, language, settings, sealed_secrets, created_at, updated_at)
                values (:id, :name, :kind, :enabled, :language, cast(:settings as jsonb), :secrets, :now, :now)""", stored)
                .param("kind", stored.channel().kind().name())
                .update();
    }

    void update(Stored stored) {
        written("""
                update notification_channel
                set name = :name, enabled = :enabled, language = :language, settings = cast(:settings as jsonb), sealed_secrets = :secrets,
                    version = version + 1, updated_at = :now
                where id = :id""", stored)
                .update();
    }

    private JdbcClient.StatementSpec written(String statement, Stored stored) {
        Channel channel = stored.channel();
        return jdbc.sql(statement)
                .param("id", channel.id())
                .param("name", channel.name())
                .param("enabled", channel.enabled())
                .param("language", channel.language().tag())
                .param("settings", json.writeValueAsString(channel.settings()))
                .param("secrets", stored.sealedSecrets())
                .param("now", Timestamp.from(channel.updatedAt()));
    }

    void delete(UUID id) {
        jdbc.sql("delete from notification_channel where id = :id").param("id", id).update();
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        Channel channel = new Channel(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Channel.Kind.valueOf(row.getString("kind")),
                row.getBoolean("enabled"),
                Language.of(row.getString("language")),
                json.readValue(row.getString("settings"), SETTINGS),
                Map.of(),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
        return new Stored(channel, row.getBytes("sealed_secrets"));
    }
}
