package dev.syncline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdministratorRepository implements SignIns {

    private final JdbcClient jdbc;

    AdministratorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Administrator> byUserName(String userName) {
        return jdbc.sql("""
                select id, user_name, display_name, password_hash, must_change, disabled_at
                from administrator
                where user_name = :userName
                """)
                .param("userName", userName)
                .query((row, n) -> administrator(row))
                .optional();
    }

    Optional<Administrator> byId(UUID id) {
        return jdbc.sql("""
                select id, user_name, display_name, password_hash, must_change, disabled_at
                from administrator
                where id = :id
                """)
                .param("id", id)
                .query((row, n) -> administrator(row))
                .optional();
    }

    /**
     * Of several servers that start at once on an empty database, one makes the first administrator.
     *
     * @return whether it was this one
     */
    boolean insertFirst(UUID id, String userName, String displayName, String passwordHash, Instant now) {
        jdbc.sql("lock table administrator in share row exclusive mode").update();
        return jdbc.sql("""
                insert into administrator (id, user_name, display_name, password_hash, must_change, created_at, updated_at)
                select :id, :userName, :displayName, :hash, true, :now, :now
                where not exists (select from administrator)
                """)
                .param("id", id)
                .param("userName", userName)
                .param("displayName", displayName)
                .param("hash", passwordHash)
                .param("now", at(now))
                .update() == 1;
    }

    boolean none() {
        return jdbc.sql("select not exists (select from administrator)").query(Boolean.class).single();
    }

    @Override
    public void changePassword(UUID id, String hash, Instant now) {
        jdbc.sql("""
                update administrator
                set password_hash = :hash, must_change = false, updated_at = :now
                where id = :id
                """)
                .param("id", id)
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    @Override
    public void rehash(UUID id, String before, String hash) {
        jdbc.sql("update administrator set password_hash = :hash where id = :id and password_hash = :before")
                .param("id", id)
                .param("before", before)
                .param("hash", hash)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Administrator administrator(ResultSet row) throws SQLException {
        return new Administrator(row.getObject("id", UUID.class), row.getString("user_name"), row.getString("display_name"),
                row.getString("password_hash"), row.getBoolean("must_change"), instant(row, "disabled_at"));
    }
}
