package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInStoryTest {

    private static final String PASSWORD = "correct horse battery";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The one-time password is known only to the console; here the hash of a known one takes its place. */
    @BeforeEach
    void knownPassword() {
        givePassword(PASSWORD, false);
    }

    @Test
    void anAdministratorSignsInAndOut() {
        Answer signedIn = signIn(PASSWORD);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().at("/user/userName").asString()).isEqualTo("admin");
        assertThat(signedIn.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        ApiClient browser = browser(signedIn);
        assertThat(browser.get("/api/v1/session").json().at("/user/displayName").asString()).isEqualTo("Administrator");
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        Answer wrong = signIn("wrong");
        Answer unknown = server.anonymous().post("/api/v1/session", Map.of("userName", "nobody", "password", "wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void wrongPasswordsInARowLockForAWhile() {
        for (int i = 0; i <= LockOut.FREE; i++) {
            assertThat(signIn("wrong").status()).isEqualTo(401);
        }
        Answer locked = signIn(PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.field("detail")).isEqualTo("Too many wrong passwords: admin is locked for another 1 minute.");
        server.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn("wrong").status()).isEqualTo(401);
        server.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn(PASSWORD).status()).as("the sixth failure locks for two minutes").isEqualTo(429);
        server.clock().advance(Duration.ofSeconds(60));
        assertThat(signIn(PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theOneTimePasswordAllowsNothingButItsChange() {
        givePassword(PASSWORD, true);
        Answer signedIn = signIn(PASSWORD);
        assertThat(signedIn.json().get("mustChangePassword").asBoolean()).isTrue();
        ApiClient browser = browser(signedIn);
        Answer refused = browser.get("/api/v1/tokens");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("Change the one-time password first");
        Answer changed = browser.post("/api/v1/session/password", Map.of("currentPassword", PASSWORD, "newPassword", "another good password"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(browser.get("/api/v1/tokens").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").json().get("mustChangePassword").asBoolean()).isFalse();
    }

    @Test
    void aChangeOfThePasswordEndsTheOtherSessions() {
        ApiClient other = browser(signIn(PASSWORD));
        ApiClient own = browser(signIn(PASSWORD));
        own.post("/api/v1/session/password", Map.of("currentPassword", PASSWORD, "newPassword", "another good password"));
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(own.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aPoorNewPasswordIsRefusedWithASentence() {
        ApiClient browser = browser(signIn(PASSWORD));
        assertThat(newPassword(browser, PASSWORD, "short").field("detail")).isEqualTo("The new password must have 12 to 200 characters.");
        assertThat(newPassword(browser, PASSWORD, PASSWORD).field("detail")).contains("must differ");
        assertThat(newPassword(browser, PASSWORD, "aaaaaaaaaaaaaaa").field("detail")).contains("too few characters");
        assertThat(newPassword(browser, "wrong", "another good password").field("detail")).isEqualTo("The current password is wrong.");
    }

    @Test
    void anIdleSessionEndsAndAUsedOneGoesOnForTwelveHours() {
        ApiClient idle = browser(signIn(PASSWORD));
        ApiClient used = browser(signIn(PASSWORD));
        for (int halfHours = 0; halfHours < 24; halfHours++) {
            assertThat(used.get("/api/v1/session").status()).isEqualTo(200);
            server.clock().advance(Duration.ofMinutes(29));
        }
        assertThat(idle.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(used.get("/api/v1/session").status()).isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(25));
        assertThat(used.get("/api/v1/session").status()).as("after 12 hours").isEqualTo(401);
    }

    @Test
    void anotherSiteCannotUseTheCookie() {
        Answer signedIn = signIn(PASSWORD);
        ApiClient foreign = server.anonymous().with("Cookie", cookie(signedIn));
        Answer refused = foreign.post("/api/v1/tokens", Map.of("name", "stolen"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("X-Syncline: 1");
        assertThat(foreign.with("Sec-Fetch-Site", "cross-site").post("/api/v1/tokens", Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(foreign.with("Sec-Fetch-Site", "same-origin").post("/api/v1/tokens", Map.of("name", "x")).status()).isEqualTo(201);
        assertThat(foreign.get("/api/v1/tokens").status()).isEqualTo(200);
    }

    @Test
    void neitherPasswordNorCookieIsStoredInPlain() {
        String cookie = cookie(signIn(PASSWORD)).substring("syncline_session=".length());
        String everything = server.database().jdbc()
                .sql("select (select string_agg(s::text, '') from session s) || (select string_agg(a::text, '') from administrator a)")
                .query(String.class).single();
        assertThat(everything).contains("$argon2id$").doesNotContain(cookie).doesNotContain(PASSWORD);
    }

    @Test
    void serversOnOneDatabaseShareSessions() {
        Answer signedIn = signIn(PASSWORD);
        try (TestServer second = TestServer.beside(server)) {
            assertThat(second.anonymous().with("Cookie", cookie(signedIn)).get("/api/v1/session").status()).isEqualTo(200);
        }
        assertThat(server.database().jdbc().sql("select count(*) from administrator").query(Integer.class).single()).isEqualTo(1);
    }

    private static Answer newPassword(ApiClient browser, String current, String wanted) {
        Answer refused = browser.post("/api/v1/session/password", Map.of("currentPassword", current, "newPassword", wanted));
        assertThat(refused.status()).isEqualTo(400);
        return refused;
    }

    private static Answer signIn(String password) {
        return server.anonymous().post("/api/v1/session", Map.of("userName", "admin", "password", password));
    }

    private static ApiClient browser(Answer signedIn) {
        return server.anonymous().with("Cookie", cookie(signedIn)).with("X-Syncline", "1");
    }

    private static String cookie(Answer signedIn) {
        return signedIn.header("Set-Cookie").split(";")[0];
    }

    private static void givePassword(String password, boolean mustChange) {
        server.database().jdbc()
                .sql("update administrator set password_hash = ?, must_change = ?, failed_attempts = 0, locked_until = null")
                .params(new Passwords().hash(password), mustChange)
                .update();
    }
}
