package dev.syncline.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers kept for idempotency keys. */
@Repository
class IdempotencyRepository {

    private final JdbcClient jdbc;

    IdempotencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param status null while the first request is under way
     * @param headers as JSON; null when the answer held a secret and was not kept
     */
    record Kept(byte[] requestHash, Integer status, String headers, String body) {}

    /**
     * Takes the key for a new request; one older than {@code expired} counts as not there.
     *
     * @return whether it was free
     */
    boolean take(String actor, String key, byte[] requestHash, Instant now, Instant expired) {
        return jdbc.sql("""
                insert into idempotency_key as k (actor, key, request_hash, created_at)
                values (:actor, :key, :hash, :now)
                on conflict (actor, key) do update
                set request_hash = excluded.request_hash, status = null, headers = null, body = null, created_at = excluded.created_at
                where k.created_at < :expired
                """)
                .param("actor", actor)
                .param("key", key)
                .param("hash", requestHash)
                .param("now", at(now))
                .param("expired", at(expired))
                .update() == 1;
    }

    Optional<Kept> find(String actor, String key) {
        return jdbc.sql("select request_hash, status, headers, body from idempotency_key where actor = :actor and key = :key")
                .param("actor", actor)
                .param("key", key)
                .query((row, n) -> new Kept(row.getBytes("request_hash"), row.getObject("status", Integer.class), row.getString("headers"),
                        row.getString("body")))
                .optional();
    }

    /** @param headers and body: null when the answer holds a secret */
    void keep(String actor, String key, int status, @Nullable String headers, @Nullable String body) {
        jdbc.sql("""
                update idempotency_key
                set status = :status, headers = :headers::jsonb, body = :body
                where actor = :actor and key = :key
                """)
                .param("actor", actor)
                .param("key", key)
                .param("status", status)
                .param("headers", headers)
                .param("body", body)
                .update();
    }

    void release(String actor, String key) {
        jdbc.sql("delete from idempotency_key where actor = :actor and key = :key").param("actor", actor).param("key", key).update();
    }

    void deleteExpired(Instant expired) {
        jdbc.sql("delete from idempotency_key where created_at < :expired").param("expired", at(expired)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
