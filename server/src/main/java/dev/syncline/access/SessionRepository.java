package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions live in the database: every server knows them, and they outlive a restart. */
@Repository
class SessionRepository {

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, UUID administrator, Instant now, Instant expires) {
        jdbc.sql("""
                insert into session (token_hash, administrator_id, created_at, seen_at, expires_at)
                values (:hash, :administrator, :now, :now, :expires)
                """)
                .param("hash", hash)
                .param("administrator", administrator)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    /** @param idleSince sessions not seen since then are over */
    Optional<Caller> live(byte[] hash, Instant now, Instant idleSince) {
        return jdbc.sql("""
                select a.id, a.display_name, a.must_change, s.seen_at
                from session s join administrator a on a.id = s.administrator_id
                where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idleSince
                """)
                .param("hash", hash)
                .param("now", at(now))
                .param("idleSince", at(idleSince))
                .query((row, n) -> new Caller(
                        new Actor(Actor.Kind.ADMINISTRATOR, row.getObject("id", UUID.class), row.getString("display_name")),
                        row.getBoolean("must_change"), AdministratorRepository.instant(row, "seen_at")))
                .optional();
    }

    void seen(byte[] hash, Instant now) {
        jdbc.sql("update session set seen_at = :now where token_hash = :hash")
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    void delete(byte[] hash) {
        jdbc.sql("delete from session where token_hash = :hash").param("hash", hash).update();
    }

    /** All but one: after a change of the password only the one who changed it stays. */
    void deleteOthers(UUID administrator, byte[] kept) {
        jdbc.sql("delete from session where administrator_id = :administrator and token_hash <> :kept")
                .param("administrator", administrator)
                .param("kept", kept)
                .update();
    }

    void deleteOver(Instant now, Instant idleSince) {
        jdbc.sql("delete from session where expires_at <= :now or seen_at <= :idleSince")
                .param("now", at(now))
                .param("idleSince", at(idleSince))
                .update();
    }
}
