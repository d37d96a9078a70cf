package dev.syncline.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as every authenticator makes them: HMAC-SHA-1, 30 seconds, six digits. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;

    private Totp() {}

    /** The number of the 30 seconds the code belongs to: the current ones, or their neighbours, for clocks differ (section 5.2). */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1).filter(step -> code(secret, step).equals(code)).findFirst();
    }

    /** RFC 4226, section 5.3. */
    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    static String code(byte[] secret, Instant now) {
        return code(secret, now.getEpochSecond() / SECONDS);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
