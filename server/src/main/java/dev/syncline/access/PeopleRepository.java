package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instant;
import static dev.syncline.access.AdministratorRepository.instantOrNull;

import dev.syncline.access.Person.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Administrators as they are administered. */
@Repository
class PeopleRepository {

    private static final String SELECT = """
            select a.*, u.display_name as user_display_name
            from administrator a
            left join users u on u.id = a.user_id
            """;

    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their user names, after the given one. Without roles. */
    List<Person> page(String afterName, int limit) {
        return jdbc.sql(SELECT + "where a.user_name > :after order by a.user_name limit :limit")
                .param("after", afterName)
                .param("limit", limit)
                .query(PeopleRepository::read)
                .list();
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id").param("id", id).query(PeopleRepository::read).optional();
    }

    void insert(UUID id, PersonBody body, String passwordHash, Instant now) {
        jdbc.sql("""
                insert into administrator (id, user_name, display_name, password_hash, must_change, user_id, disabled_at, created_at, updated_at)
                values (:id, :userName, :displayName, :hash, true, :user, :disabledAt, :now, :now)
                """)
                .param("id", id)
                .param("userName", body.userName().strip())
                .param("displayName", body.displayName().strip())
                .param("hash", passwordHash)
                .param("user", body.userId(), Types.OTHER)
                .param("disabledAt", at(body.isDisabled() ? now : null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", at(now))
                .update();
    }

    /** Whether the stored version was that one. */
    boolean update(UUID id, int version, PersonBody body, Instant now) {
        return jdbc.sql("""
                update administrator
                set display_name = :displayName, user_id = :user, updated_at = :now, version = version + 1,
                    disabled_at = case when :disabled then coalesce(disabled_at, :now) end
                where id = :id and version = :version
                """)
                .param("id", id)
                .param("version", version)
                .param("displayName", body.displayName().strip())
                .param("user", body.userId(), Types.OTHER)
                .param("disabled", body.isDisabled())
                .param("now", at(now))
                .update() == 1;
    }

    /** A one-time password in the place of what there was. */
    void resetPassword(UUID id, String hash, Instant now) {
        jdbc.sql("""
                update administrator
                set password_hash = :hash, must_change = true, updated_at = :now, version = version + 1
                where id = :id
                """)
                .param("id", id)
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    Map<UUID, String> applicationNames(Collection<Set<UUID>> owned) {
        UUID[] ids = owned.stream().flatMap(Set::stream).distinct().toArray(UUID[]::new);
        return jdbc.sql("select id, name from application where id = any (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new Person(row.getObject("id", UUID.class), row.getString("user_name"), row.getString("display_name"), Set.of(),
                user == null ? null : new Named(user, row.getString("user_display_name")), List.of(), row.getBoolean("must_change"),
                null, instantOrNull(row, "disabled_at"), instant(row, "created_at"), row.getInt("version"));
    }
}
