package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions live in the database: every server knows them, and they outlive a restart. */
@Repository
class SessionRepository {

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record New(byte[] hash, SignIn of, SessionMethod method, boolean asksCode, Visitor visitor) {}

    /** Who still owes a code has five minutes. */
    void insert(New session, Instant now) {
        jdbc.sql("""
                insert into session (token_hash, administrator_id, user_id, method, asks_code, address, user_agent, created_at, seen_at, expires_at)
                select :hash, :administrator, :user, :method, :asksCode, :address, :userAgent, :now, :now,
                    :now::timestamptz + case when :asksCode then interval '5 minutes' else longest_minutes * interval '1 minute' end
                from sign_in_policy
                """)
                .param("hash", session.hash())
                .param("administrator", session.of() instanceof Administrator administrator ? administrator.id() : null, Types.OTHER)
                .param("user", session.of() instanceof PortalUser user ? user.id() : null, Types.OTHER)
                .param("method", session.method().name())
                .param("asksCode", session.asksCode())
                .param("address", session.visitor().address())
                .param("userAgent", session.visitor().userAgent(), Types.VARCHAR)
                .param("now", at(now))
                .update();
    }

    /**
     * A session that has not ended.
     *
     * @param administratorName null in a user's session: the name is the user's, who may not be enabled any more
     */
    record Live(UUID id, @Nullable String administratorName, Step step, Instant seenAt) {}

    Optional<Live> live(byte[] hash, Instant now) {
        return jdbc.sql("""
                select coalesce(a.id, s.user_id) as id, a.display_name, coalesce(a.must_change, u.must_change) as must_change, s.seen_at, s.asks_code,
                    p.second_factor_required and a.id is not null and s.method = 'PASSWORD' and f.confirmed_at is null as lacks_second_factor
                from session s
                cross join sign_in_policy p
                left join administrator a on a.id = s.administrator_id
                left join second_factor f on f.administrator_id = a.id
                left join portal_sign_in u on u.user_id = s.user_id
                where s.token_hash = :hash and a.disabled_at is null and s.expires_at > :now
                    and s.seen_at > :now::timestamptz - p.idle_minutes * interval '1 minute'
                    and s.created_at > :now::timestamptz - p.longest_minutes * interval '1 minute'
                """)
                .param("hash", hash)
                .param("now", at(now))
                .query((row, n) -> new Live(row.getObject("id", UUID.class), row.getString("display_name"), step(row), instant(row, "seen_at")))
                .optional();
    }

    private static Step step(ResultSet row) throws SQLException {
        if (row.getBoolean("asks_code")) {
            return Step.CODE;
        }
        if (row.getBoolean("must_change")) {
            return Step.PASSWORD;
        }
        return row.getBoolean("lacks_second_factor") ? Step.SECOND_FACTOR : Step.NONE;
    }

    Optional<UUID> idOf(byte[] hash) {
        return jdbc.sql("select id from session where token_hash = :hash").param("hash", hash).query(UUID.class).optional();
    }

    void seen(byte[] hash, Instant now) {
        jdbc.sql("update session set seen_at = :now where token_hash = :hash")
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    /** Under another value of the cookie; with the code given it lasts as long as any other. */
    void renew(byte[] hash, byte[] renewed, boolean codeGiven) {
        jdbc.sql("""
                update session s
                set token_hash = :renewed, asks_code = s.asks_code and not :codeGiven,
                    expires_at = case when :codeGiven then s.created_at + p.longest_minutes * interval '1 minute' else s.expires_at end
                from sign_in_policy p
                where s.token_hash = :hash
                """)
                .param("hash", hash)
                .param("renewed", renewed)
                .param("codeGiven", codeGiven)
                .update();
    }

    List<OwnSession> of(UUID person, byte[] current, Instant now) {
        return jdbc.sql("""
                select s.id, s.token_hash = :current as current, s.method, s.created_at, s.seen_at, s.address, s.user_agent,
                    least(s.expires_at, s.created_at + p.longest_minutes * interval '1 minute') as ends_at
                from session s
                cross join sign_in_policy p
                where (s.administrator_id = :person or s.user_id = :person) and not s.asks_code and s.expires_at > :now
                    and s.seen_at > :now::timestamptz - p.idle_minutes * interval '1 minute'
                    and s.created_at > :now::timestamptz - p.longest_minutes * interval '1 minute'
                order by s.created_at desc, s.id
                """)
                .param("person", person)
                .param("current", current)
                .param("now", at(now))
                .query((row, n) -> new OwnSession(row.getObject("id", UUID.class), row.getBoolean("current"),
                        SessionMethod.valueOf(row.getString("method")), instant(row, "created_at"), instant(row, "seen_at"),
                        instant(row, "ends_at"), row.getString("address"), row.getString("user_agent")))
                .list();
    }

    void delete(byte[] hash) {
        jdbc.sql("delete from session where token_hash = :hash").param("hash", hash).update();
    }

    /** @return whether the person had it */
    boolean deleteOne(UUID person, UUID session) {
        return jdbc.sql("delete from session where id = :session and (administrator_id = :person or user_id = :person)")
                .param("session", session)
                .param("person", person)
                .update() == 1;
    }

    /** All of the person's but one. */
    void deleteOthers(UUID person, byte[] kept) {
        jdbc.sql("delete from session where (administrator_id = :person or user_id = :person) and token_hash <> :kept")
                .param("person", person)
                .param("kept", kept)
                .update();
    }

    void deleteOfUsers(Collection<UUID> users) {
        jdbc.sql("delete from session where user_id = any (:users)").param("users", users.toArray(UUID[]::new)).update();
    }

    void deleteOver(Instant now) {
        jdbc.sql("""
                delete from session s
                using sign_in_policy p
                where s.expires_at <= :now or s.seen_at <= :now::timestamptz - p.idle_minutes * interval '1 minute'
                    or s.created_at <= :now::timestamptz - p.longest_minutes * interval '1 minute'
                """)
                .param("now", at(now))
                .update();
    }
}
