package dev.syncline.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.syncline.callback.Signature.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our verifier against the reference implementation of Standard Webhooks. */
class SignatureTest {

    private static final String SECRET = secret("the key of this application, 32 b");
    private static final String OTHER = secret("the key of another application..");
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String BODY = "{\"status\":\"succeeded\",\"remoteId\":\"ü-1\"}";

    @Test
    void takesWhatTheReferenceImplementationSigns() throws Exception {
        assertThat(check(SECRET, "msg_1", NOW, sign(SECRET, "msg_1", NOW, BODY), BODY)).isEqualTo(new Finding.Genuine("msg_1"));
    }

    @Test
    void takesOneGoodSignatureAmongSeveral() throws Exception {
        String both = sign(OTHER, "msg_1", NOW, BODY) + " v1a,AAAA " + sign(SECRET, "msg_1", NOW, BODY);
        assertThat(check(SECRET, "msg_1", NOW, both, BODY)).isInstanceOf(Finding.Genuine.class);
    }

    @Test
    void refusesAnotherKeyBodyIdOrTime() throws Exception {
        String signature = sign(SECRET, "msg_1", NOW, BODY);
        assertThat(check(SECRET, "msg_1", NOW, sign(OTHER, "msg_1", NOW, BODY), BODY)).isInstanceOf(Finding.Forged.class);
        assertThat(check(SECRET, "msg_1", NOW, signature, BODY + " ")).isInstanceOf(Finding.Forged.class);
        assertThat(check(SECRET, "msg_2", NOW, signature, BODY)).isInstanceOf(Finding.Forged.class);
        assertThat(check(SECRET, "msg_1", NOW.plusSeconds(1), signature, BODY)).isInstanceOf(Finding.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1", "v1,", "v1,not base64!", "v2,AAAA", ",,,", "v1,AAAA v1,AAAA"})
    void refusesSignaturesThatAreNone(String signature) {
        assertThat(check(SECRET, "msg_1", NOW, signature, BODY)).isInstanceOf(Finding.Forged.class);
    }

    @Test
    void refusesWithoutHeadersOrKey() throws Exception {
        String signature = sign(SECRET, "msg_1", NOW, BODY);
        assertThat(check(SECRET, null, NOW, signature, BODY)).isInstanceOf(Finding.Forged.class);
        assertThat(check(SECRET, "msg_1", NOW, null, BODY)).isInstanceOf(Finding.Forged.class);
        assertThat(Signature.check(Optional.of(SECRET), "msg_1", null, signature, bytes(BODY), NOW)).isInstanceOf(Finding.Forged.class);
        assertThat(Signature.check(Optional.of(SECRET), "msg_1", "now", signature, bytes(BODY), NOW)).isInstanceOf(Finding.Forged.class);
        assertThat(Signature.check(Optional.empty(), "msg_1", seconds(NOW), signature, bytes(BODY), NOW))
                .isInstanceOf(Finding.Forged.class);
    }

    @Test
    void toleratesFiveMinutesEitherWayAndNoMore() throws Exception {
        Duration[] fine = {Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ZERO};
        Duration[] apart = {Duration.ofMinutes(5).plusSeconds(1), Duration.ofMinutes(-5).minusSeconds(1), Duration.ofDays(365)};
        for (Duration off : fine) {
            Instant at = NOW.plus(off);
            assertThat(check(SECRET, "m", at, sign(SECRET, "m", at, BODY), BODY)).as(off.toString()).isInstanceOf(Finding.Genuine.class);
        }
        for (Duration off : apart) {
            Instant at = NOW.plus(off);
            assertThat(check(SECRET, "m", at, sign(SECRET, "m", at, BODY), BODY)).as(off.toString()).isInstanceOf(Finding.Stale.class);
        }
    }

    private static Finding check(String secret, String id, Instant at, String signature, String body) {
        return Signature.check(Optional.of(secret), id, seconds(at), signature, bytes(body), NOW);
    }

    private static String sign(String secret, String id, Instant at, String body) throws Exception {
        return new Webhook(secret).sign(id, at.getEpochSecond(), body);
    }

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(key));
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
