package dev.syncline.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a custom bot's messages are signed: Base64 of the HMAC-SHA256 of nothing, whose key is the time, a new line, and the secret. */
final class FeishuSignature {

    private FeishuSignature() {}

    /** @param timestamp seconds since 1970; Feishu takes what is not older than an hour */
    static String of(String timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        }
    }
}
