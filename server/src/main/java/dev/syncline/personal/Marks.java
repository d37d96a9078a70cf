package dev.syncline.personal;

import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a value the mark that is shown in its place: a keyed hash (HMAC-SHA-256, RFC 2104) of record and value, so that it can be told again
 * and by any server which value a mark means, and nobody without the key can try which value fits.
 */
@Component
class Marks {

    static final String CONTEXT = "personal:marks";

    private static final int LETTERS = 14;
    private static final String FIND = "select sealed from personal_mark_key";
    private static final String INSERT = "insert into personal_mark_key (sealed) values (:sealed) on conflict do nothing";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private volatile @Nullable SecretKeySpec key;

    Marks(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    @Bean
    static SealedColumn sealedMarkKey() {
        return SealedColumn.of("personal_mark_key", "sealed", "single", "'" + CONTEXT + "'");
    }

    /** Letters from a to p. */
    String of(UUID record, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            mac.update(ByteBuffer.allocate(16).putLong(record.getMostSignificantBits()).putLong(record.getLeastSignificantBits()).array());
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            StringBuilder mark = new StringBuilder(LETTERS);
            for (int i = 0; i < LETTERS; i++) {
                mark.append((char) ('a' + (hash[i] & 15)));
            }
            return mark.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute HmacSHA256", e);
        }
    }

    /** Made by whichever server needs it first; all use the one that is stored. */
    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            byte[] sealed = stored().orElseGet(() -> {
                jdbc.sql(INSERT).param("sealed", box.seal(Base64.getEncoder().encodeToString(fresh), CONTEXT)).update();
                return stored().orElseThrow();
            });
            known = new SecretKeySpec(Base64.getDecoder().decode(box.open(sealed, CONTEXT)), "HmacSHA256");
            key = known;
        }
        return known;
    }

    private Optional<byte[]> stored() {
        return jdbc.sql(FIND).query(byte[].class).optional();
    }
}
