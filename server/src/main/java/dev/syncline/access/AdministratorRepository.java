package dev.syncline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** Somebody an identity provider vouches for. */
    Optional<Administrator> bySubject(String issuer, String subject) {
        return jdbc.sql("""
                select id, user_name, display_name, password_hash, must_change, disabled_at
                from administrator
                where openid_issuer = :issuer and openid_subject = :subject
                """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, n) -> administrator(row))
                .optional();
    }

    /** @return whether the name was free */
    boolean insert(UUID id, ExternalSignIn.External person, Instant now) {
        return jdbc.sql("""
                insert into administrator (id, user_name, display_name, must_change, openid_issuer, openid_subject, created_at, updated_at)
                values (:id, :userName, :displayName, false, :issuer, :subject, :now, :now)
                on conflict do nothing
                """)
                .param("id", id)
                .param("userName", person.userName())
                .param("displayName", person.displayName())
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .param("now", at(now))
                .update() == 1;
    }

    /** Takes over whom another administrator made and who has never had a password of one's own. @return whether that was so */
    boolean link(UUID id, ExternalSignIn.External person, Instant now) {
        return jdbc.sql("""
                update administrator
                set openid_issuer = :issuer, openid_subject = :subject, password_hash = null, must_change = false, updated_at = :now
                where id = :id and openid_subject is null and must_change
                """)
                .param("id", id)
                .param("issuer", person.issuer())
                .param("subject", person.subject())
                .param("now", at(now))
                .update() == 1;
    }

    /** The user who this administrator is. */
    void setUser(UUID id, UUID user) {
        jdbc.sql("update administrator set user_id = :user where id = :id").param("id", id).param("user", user).update();
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

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Of a column that is never null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Administrator administrator(ResultSet row) throws SQLException {
        return new Administrator(row.getObject("id", UUID.class), row.getString("user_name"), row.getString("display_name"),
                row.getString("password_hash"), row.getBoolean("must_change"), instantOrNull(row, "disabled_at"));
    }
}
