package dev.syncline.access;

import static dev.syncline.access.AdministratorRepository.at;
import static dev.syncline.access.AdministratorRepository.instantOrNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SecondFactorRepository {

    private final JdbcClient jdbc;

    SecondFactorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confirmedAt null until a first right code */
    record Kept(byte[] sealedSecret, @Nullable Instant confirmedAt) {}

    Optional<Kept> of(UUID administrator) {
        return jdbc.sql("select sealed_secret, confirmed_at from second_factor where administrator_id = :id")
                .param("id", administrator)
                .query((row, n) -> new Kept(row.getBytes("sealed_secret"), instantOrNull(row, "confirmed_at")))
                .optional();
    }

    /** Begun anew; one that is in use stays. @return whether it was begun */
    boolean begin(UUID administrator, byte[] sealedSecret, Instant now) {
        return jdbc.sql("""
                insert into second_factor as f (administrator_id, sealed_secret, begun_at)
                values (:id, :secret, :now)
                on conflict (administrator_id) do update
                set sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at, last_step = 0
                where f.confirmed_at is null
                """)
                .param("id", administrator)
                .param("secret", sealedSecret)
                .param("now", at(now))
                .update() == 1;
    }

    void confirm(UUID administrator, Instant now) {
        jdbc.sql("update second_factor set confirmed_at = :now where administrator_id = :id and confirmed_at is null")
                .param("id", administrator)
                .param("now", at(now))
                .update();
    }

    /** Of two requests with the same code one takes it. @return whether it was this one */
    boolean take(UUID administrator, long step) {
        return jdbc.sql("update second_factor set last_step = :step where administrator_id = :id and last_step < :step")
                .param("id", administrator)
                .param("step", step)
                .update() == 1;
    }

    boolean takeRecoveryCode(UUID administrator, byte[] hash, Instant now) {
        return jdbc.sql("update recovery_code set used_at = :now where administrator_id = :id and code_hash = :hash and used_at is null")
                .param("id", administrator)
                .param("hash", hash)
                .param("now", at(now))
                .update() == 1;
    }

    int recoveryCodesLeft(UUID administrator) {
        return jdbc.sql("select count(*) from recovery_code where administrator_id = :id and used_at is null")
                .param("id", administrator)
                .query(Integer.class)
                .single();
    }

    void replaceRecoveryCodes(UUID administrator, Collection<byte[]> hashes) {
        jdbc.sql("delete from recovery_code where administrator_id = :id").param("id", administrator).update();
        jdbc.sql("insert into recovery_code (administrator_id, code_hash) select :id, unnest(:hashes)")
                .param("id", administrator)
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    /** @return whether there was one */
    boolean delete(UUID administrator) {
        return jdbc.sql("delete from second_factor where administrator_id = :id").param("id", administrator).update() == 1;
    }
}
