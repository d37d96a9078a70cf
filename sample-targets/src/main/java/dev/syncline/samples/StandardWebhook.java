package dev.syncline.samples;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a callback as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body. */
public final class StandardWebhook {

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    /** @param secret "whsec_" and the key in base64 */
    public StandardWebhook(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A callback secret begins with " + PREFIX + ".");
        }
        this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** The headers to send with the body. */
    public Map<String, String> headers(String id, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + signature(id + "." + timestamp + "." + body));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
