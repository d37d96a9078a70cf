package dev.syncline.openid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ins on their way to the provider and back: in the database, for another server may be the one they come back to. */
@Repository
class UnderWayRepository {

    private final JdbcClient jdbc;

    UnderWayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param returnTo path of the console to go on to; null for its start */
    record UnderWay(String nonce, byte[] sealedVerifier, @Nullable String returnTo) {}

    void insert(byte[] state, byte[] browser, UnderWay signIn, Instant expiresAt) {
        jdbc.sql("""
                insert into openid_sign_in (state_hash, browser_hash, nonce, sealed_verifier, return_to, expires_at)
                values (:state, :browser, :nonce, :verifier, :returnTo, :expiresAt)
                """)
                .param("state", state)
                .param("browser", browser)
                .param("nonce", signIn.nonce())
                .param("verifier", signIn.sealedVerifier())
                .param("returnTo", signIn.returnTo(), Types.VARCHAR)
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gone with it: each comes back once. Empty for a browser that did not begin it, which takes it away from nobody. */
    Optional<UnderWay> take(byte[] state, byte[] browser, Instant now) {
        return jdbc.sql("""
                delete from openid_sign_in
                where state_hash = :state and browser_hash = :browser and expires_at > :now
                returning nonce, sealed_verifier, return_to
                """)
                .param("state", state)
                .param("browser", browser)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new UnderWay(row.getString("nonce"), row.getBytes("sealed_verifier"), row.getString("return_to")))
                .optional();
    }

    void deleteOld(Instant now) {
        jdbc.sql("delete from openid_sign_in where expires_at <= :now").param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void keepIdToken(UUID session, byte[] sealed) {
        jdbc.sql("insert into openid_session (session_id, sealed_id_token) values (:session, :sealed)")
                .param("session", session)
                .param("sealed", sealed)
                .update();
    }

    Optional<byte[]> idToken(UUID session) {
        return jdbc.sql("select sealed_id_token from openid_session where session_id = :session").param("session", session).query(byte[].class).optional();
    }
}
