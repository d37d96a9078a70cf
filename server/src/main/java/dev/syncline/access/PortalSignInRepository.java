package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instantOrNull;

import dev.syncline.identity.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PortalSignInRepository implements SignIns {

    private final JdbcClient jdbc;

    PortalSignInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a user who was never invited. */
    Optional<PortalUser> of(User user) {
        return jdbc.sql("select password_hash, must_change, one_time_until from portal_sign_in where user_id = :id")
                .param("id", user.id())
                .query((row, n) -> new PortalUser(user.id(), user.userName(), user.displayName(), row.getString("password_hash"),
                        row.getBoolean("must_change"), instantOrNull(row, "one_time_until")))
                .optional();
    }

    /** A one-time password takes the place of the one there was. */
    void invite(UUID user, String hash, Instant until, Instant now) {
        jdbc.sql("""
                insert into portal_sign_in (user_id, password_hash, must_change, one_time_until, created_at, updated_at)
                values (:id, :hash, true, :until, :now, :now)
                on conflict (user_id) do update
                set password_hash = excluded.password_hash, must_change = true, one_time_until = excluded.one_time_until,
                    updated_at = excluded.updated_at
                """)
                .param("id", user)
                .param("hash", hash)
                .param("until", at(until))
                .param("now", at(now))
                .update();
    }

    /** For who signs in otherwise; a password there is stays. */
    void ensure(UUID user, Instant now) {
        jdbc.sql("""
                insert into portal_sign_in (user_id, must_change, created_at, updated_at)
                values (:id, false, :now, :now)
                on conflict (user_id) do nothing
                """)
                .param("id", user)
                .param("now", at(now))
                .update();
    }

    void delete(Collection<UUID> users) {
        jdbc.sql("delete from portal_sign_in where user_id = any (:ids)").param("ids", users.toArray(UUID[]::new)).update();
    }

    @Override
    public void changePassword(UUID id, String hash, Instant now) {
        jdbc.sql("""
                update portal_sign_in
                set password_hash = :hash, must_change = false, one_time_until = null, updated_at = :now
                where user_id = :id
                """)
                .param("id", id)
                .param("hash", hash)
                .param("now", at(now))
                .update();
    }

    @Override
    public void rehash(UUID id, String before, String hash) {
        jdbc.sql("update portal_sign_in set password_hash = :hash where user_id = :id and password_hash = :before")
                .param("id", id)
                .param("before", before)
                .param("hash", hash)
                .update();
    }
}
