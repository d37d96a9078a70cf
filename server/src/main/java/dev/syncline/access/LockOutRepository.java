package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instant;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LockOutRepository {

    private final JdbcClient jdbc;

    LockOutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> lockedUntil(byte[] subject, Instant now) {
        return jdbc.sql("select locked_until from sign_in_failure where subject = :subject and locked_until > :now")
                .param("subject", subject)
                .param("now", at(now))
                .query((row, n) -> instant(row, "locked_until"))
                .optional();
    }

    /** @return failures in a row, this one included; those before {@code since} are forgotten */
    int count(byte[] subject, Instant now, Instant since) {
        return jdbc.sql("""
                insert into sign_in_failure as f (subject, failures, last_at)
                values (:subject, 1, :now)
                on conflict (subject) do update
                set failures = case when f.last_at < :since then 1 else f.failures + 1 end, last_at = :now
                returning failures
                """)
                .param("subject", subject)
                .param("now", at(now))
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    void lock(byte[] subject, Instant until) {
        jdbc.sql("update sign_in_failure set locked_until = :until where subject = :subject")
                .param("subject", subject)
                .param("until", at(until))
                .update();
    }

    void delete(byte[] subject) {
        jdbc.sql("delete from sign_in_failure where subject = :subject").param("subject", subject).update();
    }

    void deleteOld(Instant now, Instant before) {
        jdbc.sql("delete from sign_in_failure where last_at < :before and (locked_until is null or locked_until < :now)")
                .param("before", at(before))
                .param("now", at(now))
                .update();
    }
}
