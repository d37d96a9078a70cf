package dev.syncline.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a message as Standard Webhooks defines it: {@code v1,BASE64} of the HMAC-SHA256 of {@code id.timestamp.body}, of
 * which {@code webhook-signature} may carry several, separated by spaces, while a key is being changed.
 */
public final class Signature {

    /** How far the sender's clock may be from ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String KEY_PREFIX = "whsec_";
    private static final String VERSION_PREFIX = "v1,";
    private static final int LONGEST_ID = 256;

    /** What a look at the signature tells. */
    sealed interface Finding {

        record Genuine(String webhookId) implements Finding {}

        /** Signed with the right key, but not now: perhaps played back by someone who listened. */
        record Stale(String webhookId, String why) implements Finding {}

        record Forged(String why) implements Finding {}
    }

    private Signature() {}

    /**
     * @param secret the application's key; empty when it has none
     * @param id, timestamp, signatures the headers {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}; may be null
     */
    static Finding check(
            Optional<String> secret, @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body, Instant now) {
        if (secret.isEmpty()) {
            return new Finding.Forged("The application has no callback secret, so that no signature can be checked.");
        }
        if (id == null || timestamp == null || signatures == null || id.isBlank() || timestamp.isBlank() || signatures.isBlank()) {
            return new Finding.Forged("A header is missing: webhook-id, webhook-timestamp and webhook-signature are required.");
        }
        if (id.length() > LONGEST_ID) {
            return new Finding.Forged("The webhook-id is longer than " + LONGEST_ID + " characters.");
        }
        Optional<Instant> at = seconds(timestamp);
        if (at.isEmpty()) {
            return new Finding.Forged("The webhook-timestamp is no number of seconds since 1970.");
        }
        if (!matchesAny(signatures, hmac(key(secret.get()), id + "." + timestamp + ".", body))) {
            return new Finding.Forged("The signature does not match.");
        }
        Duration apart = Duration.between(at.get(), now).abs();
        if (apart.compareTo(TOLERANCE) > 0) {
            return new Finding.Stale(id, "It was signed at " + at.get() + ", more than " + TOLERANCE.toMinutes() + " minutes from now.");
        }
        return new Finding.Genuine(id);
    }

    /**
     * Signs a message of ours.
     *
     * @param secret the key, "whsec_..." or its Base64 alone
     * @return the value of the header {@code webhook-signature}
     */
    public static String of(String secret, String id, Instant at, byte[] body) {
        byte[] hmac = hmac(key(secret), id + "." + at.getEpochSecond() + ".", body);
        return VERSION_PREFIX + Base64.getEncoder().encodeToString(hmac);
    }

    /** Standard Webhooks, section "Signature scheme": a key is 24 to 64 random bytes, Base64 after the prefix. */
    public static boolean isKey(String secret) {
        if (!secret.startsWith(KEY_PREFIX)) {
            return false;
        }
        int length = decoded(secret.substring(KEY_PREFIX.length())).length;
        return length >= 24 && length <= 64;
    }

    /** Compares with every one of them in constant time, so that the time taken says nothing about how near a guess was. */
    private static boolean matchesAny(String signatures, byte[] expected) {
        boolean matches = false;
        for (String signature : signatures.split(" ")) {
            if (signature.startsWith(VERSION_PREFIX)) {
                matches |= MessageDigest.isEqual(decoded(signature.substring(VERSION_PREFIX.length())), expected);
            }
        }
        return matches;
    }

    private static byte[] hmac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        }
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.startsWith(KEY_PREFIX) ? secret.substring(KEY_PREFIX.length()) : secret);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Optional<Instant> seconds(String timestamp) {
        return timestamp.matches("\\d{1,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp))) : Optional.empty();
    }
}
