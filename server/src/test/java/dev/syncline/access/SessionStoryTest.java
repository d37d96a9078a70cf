package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionStoryTest extends SignInStory {

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutElsewhere() {
        ApiClient away = browser(server.anonymous().with("User-Agent", "Away/1.0").post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD)));
        server.clock().advance(Duration.ofMinutes(1));
        ApiClient here = signedIn();
        JsonNode sessions = here.get("/api/v1/session/all").json().get("items");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).get("current").asBoolean()).isTrue();
        assertThat(sessions.get(1).get("current").asBoolean()).isFalse();
        assertThat(sessions.get(1).get("userAgent").asString()).isEqualTo("Away/1.0");
        assertThat(sessions.get(1).get("address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(here.delete("/api/v1/session/all").status()).isEqualTo(204);
        assertThat(away.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void oneOfThemCanBeEndedByItself() {
        ApiClient away = signedIn();
        ApiClient here = signedIn();
        String id = first(here, false);
        assertThat(here.delete("/api/v1/session/all/" + id).status()).isEqualTo(204);
        assertThat(here.delete("/api/v1/session/all/" + id).status()).as("a second time").isEqualTo(404);
        assertThat(away.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void howLongTheyLastIsASettingThatCountsAtOnce() {
        ApiClient browser = signedIn();
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        policy(Map.of("idleMinutes", 5));
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(browser.get("/api/v1/session").status()).as("idle").isEqualTo(401);
        policy(Map.of("idleMinutes", 5, "longestMinutes", 8));
        ApiClient used = signedIn();
        server.clock().advance(Duration.ofMinutes(4));
        assertThat(used.get("/api/v1/session").status()).isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(4));
        assertThat(used.get("/api/v1/session").status()).as("however much it is used").isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"idleMinutes,0", "idleMinutes,721", "longestMinutes,4", "shortestPassword,7", "longestTokenDays,0"})
    void aSettingOutOfItsBoundsIsRefusedByName(String field, int value) {
        Map<String, Object> policy = new java.util.HashMap<>(Map.of("shortestPassword", 12, "secondFactorRequired", false, "idleMinutes", 30,
                "longestMinutes", 720));
        policy.put(field, value);
        Answer refused = server.api().ifMatch(server.api().get("/api/v1/sign-in/policy").header("ETag")).put("/api/v1/sign-in/policy", policy);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isIn(field, "idleMinutes");
    }

    @Test
    void signingInAgainMakesTheOldCookieWorthless() {
        Answer before = signIn(PASSWORD);
        Answer after = server.anonymous().with("Cookie", cookie(before)).post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD));
        assertThat(cookie(after)).isNotEqualTo(cookie(before));
        assertThat(browser(before).get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aCookieSomebodyElseChoseIsNotTaken() {
        Answer signedIn = server.anonymous().with("Cookie", "syncline_session=chosen-by-somebody-else")
                .post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD));
        assertThat(cookie(signedIn)).doesNotContain("chosen-by-somebody-else");
    }

    @Test
    void overHttpsTheCookieIsSecureAndOfThisHostAlone() {
        try (TestServer behind = TestServer.beside(server, "server.forward-headers-strategy=NATIVE")) {
            ApiClient https = behind.anonymous().with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.9");
            Answer signedIn = https.post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD));
            assertThat(signedIn.header("Set-Cookie")).startsWith("__Host-syncline_session=").contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Domain");
            assertThat(signedIn.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            ApiClient browser = https.with("Cookie", cookie(signedIn));
            assertThat(browser.get("/api/v1/session/all").json().at("/items/0/address").asString()).isEqualTo("203.0.113.9");
            assertThat(behind.anonymous().with("Cookie", cookie(signedIn)).get("/api/v1/session").status()).as("over http").isEqualTo(401);
        }
    }

    @Test
    void anotherSiteCannotUseTheCookie() {
        ApiClient cookieAlone = server.anonymous().with("Cookie", cookie(signIn(PASSWORD)));
        Answer refused = cookieAlone.post("/api/v1/tokens", Map.of("name", "stolen"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("X-Syncline: 1");
        assertThat(cookieAlone.with("X-Syncline", "1").post("/api/v1/tokens", Map.of("name", "x")).status()).isEqualTo(201);
        assertThat(cookieAlone.with("Sec-Fetch-Site", "same-origin").post("/api/v1/tokens", Map.of("name", "x")).status()).isEqualTo(201);
        assertThat(cookieAlone.get("/api/v1/tokens").status()).isEqualTo(200);
    }

    /** Whatever else they send. */
    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none", "Origin: https://evil.example", "Origin: null"})
    void whatTheBrowserSaysOfAForeignPageCounts(String header) {
        String[] parts = header.split(": ");
        ApiClient foreign = server.anonymous().with("Cookie", cookie(signIn(PASSWORD))).with("X-Syncline", "1").with(parts[0], parts[1]);
        Answer refused = foreign.post("/api/v1/tokens", Map.of("name", "stolen"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("a page of another site");
        Answer signIn = server.anonymous().with(parts[0], parts[1]).post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD));
        assertThat(signIn.status()).as("nor may it sign somebody in").isEqualTo(403);
    }

    @Test
    void theOwnOriginIsKnown() {
        ApiClient own = server.anonymous().with("Cookie", cookie(signIn(PASSWORD))).with("X-Syncline", "1").with("Origin", server.url());
        assertThat(own.post("/api/v1/tokens", Map.of("name", "x")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/v1/tokens", "/api/v1/nothing"})
    void answersAreGuardedByHeadersAndKeptByNobody(String path) {
        Answer answer = signedIn().get(path);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Strict-Transport-Security")).as("over http").isNull();
    }

    private static String first(ApiClient browser, boolean current) {
        for (JsonNode session : browser.get("/api/v1/session/all").json().get("items")) {
            if (session.get("current").asBoolean() == current) {
                return session.get("id").asString();
            }
        }
        throw new IllegalStateException("There is no such session.");
    }
}
