package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
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

    void insert(byte[] hash, SignIn of, Instant now, Instant expires) {
        jdbc.sql("""
                insert into session (token_hash, administrator_id, user_id, created_at, seen_at, expires_at)
                values (:hash, :administrator, :user, :now, :now, :expires)
                """)
                .param("hash", hash)
                .param("administrator", of instanceof Administrator administrator ? administrator.id() : null, Types.OTHER)
                .param("user", of instanceof PortalUser user ? user.id() : null, Types.OTHER)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    /**
     * A session that has not ended.
     *
     * @param administratorName null in a user's session: the name is the user's, who may not be enabled any more
     */
    record Live(UUID id, String administratorName, boolean mustChange, Instant seenAt) {}

    /** @param idleSince sessions not seen since then are over */
    Optional<Live> live(byte[] hash, Instant now, Instant idleSince) {
        return jdbc.sql("""
                select coalesce(a.id, p.user_id) as id, a.display_name, coalesce(a.must_change, p.must_change) as must_change, s.seen_at
                from session s
                left join administrator a on a.id = s.administrator_id
                left join portal_sign_in p on p.user_id = s.user_id
                where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :idleSince and a.disabled_at is null
                """)
                .param("hash", hash)
                .param("now", at(now))
                .param("idleSince", at(idleSince))
                .query((row, n) -> new Live(row.getObject("id", UUID.class), row.getString("display_name"),
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
    void deleteOthers(UUID person, byte[] kept) {
        jdbc.sql("delete from session where (administrator_id = :person or user_id = :person) and token_hash <> :kept")
                .param("person", person)
                .param("kept", kept)
                .update();
    }

    void deleteOfUsers(Collection<UUID> users) {
        jdbc.sql("delete from session where user_id = any (:users)").param("users", users.toArray(UUID[]::new)).update();
    }

    void deleteOver(Instant now, Instant idleSince) {
        jdbc.sql("delete from session where expires_at <= :now or seen_at <= :idleSince")
                .param("now", at(now))
                .param("idleSince", at(idleSince))
                .update();
    }
}
