package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instant;

import dev.syncline.journal.Actor;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenRepository {

    private final JdbcClient jdbc;

    ApiTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiToken token, byte[] hash, UUID administrator) {
        jdbc.sql("""
                insert into api_token (id, name, token_hash, administrator_id, created_at, expires_at)
                values (:id, :name, :hash, :administrator, :createdAt, :expiresAt)
                """)
                .param("id", token.id())
                .param("name", token.name())
                .param("hash", hash)
                .param("administrator", administrator)
                .param("createdAt", at(token.createdAt()))
                .param("expiresAt", at(token.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Caller> live(byte[] hash, Instant now) {
        return jdbc.sql("""
                select id, name, last_used_at
                from api_token
                where token_hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)
                """)
                .param("hash", hash)
                .param("now", at(now))
                .query((row, n) -> new Caller(
                        new Actor(Actor.Kind.API_TOKEN, row.getObject("id", UUID.class), row.getString("name")), false,
                        instant(row, "last_used_at")))
                .optional();
    }

    /** Who made a token: what is made with it belongs to the same administrator. */
    Optional<UUID> administratorOf(UUID token) {
        return jdbc.sql("select administrator_id from api_token where id = :id").param("id", token).query(UUID.class).optional();
    }

    void used(UUID id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id").param("id", id).param("now", at(now)).update();
    }

    /** Live and expired ones, newest first, after the given id. */
    List<ApiToken> list(UUID before, int limit) {
        return jdbc.sql("""
                select id, name, created_at, expires_at, last_used_at
                from api_token
                where revoked_at is null and (:before::uuid is null or id < :before::uuid)
                order by id desc
                limit :limit
                """)
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> new ApiToken(row.getObject("id", UUID.class), row.getString("name"), instant(row, "created_at"),
                        instant(row, "expires_at"), instant(row, "last_used_at")))
                .list();
    }

    /** @return whether there was one to revoke */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", at(now))
                .update() == 1;
    }

    UUID firstAdministrator() {
        return jdbc.sql("select id from administrator order by created_at, id limit 1").query(UUID.class).single();
    }
}
