package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SecondFactorStoryTest extends SignInStory {

    /** What an administrator has after setting it up. */
    private record Own(ApiClient browser, byte[] secret, List<String> recoveryCodes) {

        String code() {
            return Totp.code(secret, server.clock().instant());
        }
    }

    @Test
    void itIsSetUpWithAQrCodeAndAskedForFromThenOn() {
        Own own = setUp();
        assertThat(own.browser().get("/api/v1/session/second-factor").json().get("since").asString()).isNotEmpty();
        assertThat(own.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        nextCode();
        Answer half = signIn(PASSWORD);
        assertThat(half.json().get("step").asString()).isEqualTo("CODE");
        Answer refused = browser(half).get("/api/v1/tokens");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("Send the code of your authenticator first");
        Answer whole = browser(half).post("/api/v1/session/code", Map.of("code", own.code()));
        assertThat(whole.json().get("step").asString()).isEqualTo("NONE");
        assertThat(cookie(whole)).isNotEqualTo(cookie(half));
        assertThat(browser(half).get("/api/v1/session").status()).as("the cookie from before the code").isEqualTo(401);
        assertThat(browser(whole).get("/api/v1/tokens").status()).isEqualTo(200);
    }

    @Test
    void theQrCodeIsAPictureOfTheAddress() {
        JsonNode begun = signedIn().post("/api/v1/session/second-factor", Map.of("password", PASSWORD)).json();
        assertThat(begun.get("address").asString()).isEqualTo(
                "otpauth://totp/Syncline:admin?secret=" + begun.get("secret").asString() + "&issuer=Syncline");
        assertThat(begun.get("qrCode").asString()).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"").contains("h1v1h-1z").endsWith("</svg>");
    }

    @Test
    void noCodeCountsTwice() {
        Own own = setUp();
        Answer first = browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", own.code()));
        assertThat(first.status()).as("the code it was set up with").isEqualTo(400);
        nextCode();
        String code = own.code();
        assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", code)).status()).isEqualTo(200);
        assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", code)).status()).isEqualTo(400);
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        Own own = setUp();
        String code = own.recoveryCodes().getFirst();
        Answer in = browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", code.toUpperCase(java.util.Locale.ROOT)));
        assertThat(in.status()).isEqualTo(200);
        assertThat(browser(in).get("/api/v1/session/second-factor").json().get("recoveryCodesLeft").asInt()).isEqualTo(9);
        assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", code)).status()).isEqualTo(400);
        List<String> renewed = codes(browser(in).post("/api/v1/session/second-factor/recovery-codes", Map.of("password", PASSWORD)));
        assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", own.recoveryCodes().get(1))).status()).isEqualTo(400);
        assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", renewed.get(1))).status()).isEqualTo(200);
    }

    @Test
    void guessedCodesLockTheName() {
        setUp();
        ApiClient half = browser(signIn(PASSWORD));
        for (int i = 0; i <= LockOut.FREE; i++) {
            assertThat(half.post("/api/v1/session/code", Map.of("code", "guess-" + i)).status()).isEqualTo(400);
        }
        assertThat(half.post("/api/v1/session/code", Map.of("code", "another")).status()).isEqualTo(429);
        assertThat(signIn(PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void theRightPasswordAloneDoesNotForgetWrongCodes() {
        setUp();
        for (int i = 0; i <= LockOut.FREE; i++) {
            assertThat(browser(signIn(PASSWORD)).post("/api/v1/session/code", Map.of("code", "000000")).status()).isEqualTo(400);
        }
        assertThat(signIn(PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aSessionWithoutItsCodeEndsAfterFiveMinutes() {
        Own own = setUp();
        Answer half = signIn(PASSWORD);
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(browser(half).post("/api/v1/session/code", Map.of("code", own.code())).status()).isEqualTo(401);
    }

    @Test
    void whereItIsRequiredNothingElseIsPossibleBefore() {
        policy(Map.of("secondFactorRequired", true));
        Answer half = signIn(PASSWORD);
        assertThat(half.json().get("step").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(browser(half).get("/api/v1/tokens").field("detail")).contains("Set up a second factor first");
        Own own = setUp();
        assertThat(own.browser().get("/api/v1/tokens").status()).isEqualTo(200);
        Answer refused = own.browser().post("/api/v1/session/second-factor/removal", Map.of("password", PASSWORD));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("Another administrator can reset yours");
    }

    @Test
    void itsChangesAskForThePasswordAndEndOtherSessions() {
        ApiClient other = signedIn();
        Own own = setUp();
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(own.browser().post("/api/v1/session/second-factor", Map.of("password", PASSWORD)).status()).as("a second one").isEqualTo(409);
        assertThat(own.browser().post("/api/v1/session/second-factor/removal", Map.of("password", "wrong")).status()).isEqualTo(400);
        Answer removed = own.browser().post("/api/v1/session/second-factor/removal", Map.of("password", PASSWORD));
        assertThat(removed.status()).isEqualTo(204);
        assertThat(signIn(PASSWORD).json().get("step").asString()).isEqualTo("NONE");
    }

    @Test
    void anotherAdministratorUnlocksAndResets() {
        Own own = setUp();
        String id = own.browser().get("/api/v1/session").json().at("/user/id").asString();
        String path = "/api/v1/administrators/" + id + "/sign-in";
        assertThat(server.api().get(path).field("secondFactorSince")).isNotEmpty();
        for (int i = 0; i <= LockOut.FREE; i++) {
            signIn("wrong");
        }
        assertThat(server.api().get(path).field("lockedUntil")).isNotEmpty();
        assertThat(server.api().delete(path + "/lock").status()).isEqualTo(204);
        assertThat(signIn(PASSWORD).json().get("step").asString()).isEqualTo("CODE");
        assertThat(server.api().delete(path + "/second-factor").status()).isEqualTo(204);
        assertThat(own.browser().get("/api/v1/session").status()).as("sessions end").isEqualTo(401);
        ApiClient again = signedIn();
        assertThat(again.get("/api/v1/session").json().get("step").asString()).isEqualTo("NONE");
        assertThat(server.api().delete(path + "/sessions").status()).isEqualTo(204);
        assertThat(again.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void neitherSecretNorRecoveryCodeIsStoredInPlain() {
        Own own = setUp();
        String stored = server.database().jdbc().sql("""
                select (select string_agg(f::text || encode(sealed_secret, 'escape'), '') from second_factor f)
                    || (select string_agg(r::text, '') from recovery_code r)""").query(String.class).single();
        assertThat(stored).doesNotContain(Base32.toBase32String(own.secret()));
        own.recoveryCodes().forEach(code -> assertThat(stored).doesNotContain(code).doesNotContain(code.replace("-", "")));
    }

    private static Own setUp() {
        ApiClient browser = signedIn();
        Answer begun = browser.post("/api/v1/session/second-factor", Map.of("password", PASSWORD));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        byte[] secret = Base32.decode(begun.field("secret"));
        Answer confirmed = browser.post("/api/v1/session/second-factor/confirmation", Map.of("code", Totp.code(secret, server.clock().instant())));
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        return new Own(browser(confirmed), secret, codes(confirmed));
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().get("recoveryCodes").spliterator(), false).map(JsonNode::asString).toList();
    }

    private static void nextCode() {
        server.clock().advance(Duration.ofSeconds(30));
    }
}
