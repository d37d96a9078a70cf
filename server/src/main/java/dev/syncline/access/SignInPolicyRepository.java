package dev.syncline.access;

import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignInPolicyRepository {

    private final JdbcClient jdbc;

    SignInPolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SignInPolicy read() {
        return jdbc.sql("""
                select shortest_password, second_factor_required, idle_minutes, longest_minutes, longest_token_days, version
                from sign_in_policy""")
                .query(SignInPolicy.class)
                .single();
    }

    /** Empty when the stored version is another. */
    Optional<SignInPolicy> update(SignInPolicy wanted) {
        return jdbc.sql("""
                update sign_in_policy
                set shortest_password = :shortestPassword, second_factor_required = :secondFactorRequired, idle_minutes = :idleMinutes,
                    longest_minutes = :longestMinutes, longest_token_days = :longestTokenDays, version = version + 1
                where version = :version
                returning shortest_password, second_factor_required, idle_minutes, longest_minutes, longest_token_days, version""")
                .param("shortestPassword", wanted.shortestPassword())
                .param("secondFactorRequired", wanted.secondFactorRequired())
                .param("idleMinutes", wanted.idleMinutes())
                .param("longestMinutes", wanted.longestMinutes())
                .param("longestTokenDays", wanted.longestTokenDays(), Types.INTEGER)
                .param("version", wanted.version())
                .query(SignInPolicy.class)
                .optional();
    }
}
