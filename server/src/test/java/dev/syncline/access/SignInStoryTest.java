package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInStoryTest extends SignInStory {

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
        assertThat(locked.field("detail")).isEqualTo("Too many wrong passwords for this user name. Try again in 1 minute.");
        server.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn("wrong").status()).isEqualTo(401);
        server.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn(PASSWORD).status()).as("the sixth failure locks for two minutes").isEqualTo(429);
        server.clock().advance(Duration.ofSeconds(60));
        assertThat(signIn(PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aNameNobodyHasIsLockedLikeAnyOther() {
        for (int i = 0; i <= LockOut.FREE; i++) {
            assertThat(signIn("nobody", "wrong").text()).isEqualTo(signIn("wrong").text());
        }
        Answer unknown = signIn("nobody", "wrong");
        assertThat(unknown.status()).isEqualTo(429);
        assertThat(unknown.text()).isEqualTo(signIn("wrong").text());
    }

    @Test
    void theLockIsKeptInTheDatabase() {
        for (int i = 0; i <= LockOut.FREE; i++) {
            signIn("wrong");
        }
        try (TestServer second = TestServer.beside(server)) {
            Answer there = second.anonymous().post("/api/v1/session", Map.of("userName", "ADMIN", "password", PASSWORD));
            assertThat(there.status()).isEqualTo(429);
        }
    }

    @Test
    void anAddressThatTriesManyNamesIsLockedToo() {
        for (int i = 0; i <= LockOut.FREE_FOR_AN_ADDRESS; i++) {
            assertThat(signIn("somebody-" + i, "wrong").status()).isEqualTo(401);
        }
        Answer locked = signIn(PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.field("detail")).isEqualTo("Too many wrong passwords from your address. Try again in 1 minute.");
        server.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn(PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whatWasTypedAsANameIsNotStored() {
        signIn("my secret typed into the wrong field", "wrong");
        String stored = server.database().jdbc().sql("select string_agg(encode(subject, 'escape'), '') from sign_in_failure").query(String.class).single();
        assertThat(stored).doesNotContain("my secret");
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
        Answer changed = browser.post("/api/v1/session/password", Map.of("currentPassword", PASSWORD, "newPassword", ANOTHER));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        ApiClient from = browser(changed);
        assertThat(from.get("/api/v1/tokens").status()).isEqualTo(200);
        assertThat(from.get("/api/v1/session").json().get("mustChangePassword").asBoolean()).isFalse();
    }

    @Test
    void aChangeOfThePasswordEndsTheOtherSessions() {
        ApiClient other = browser(signIn(PASSWORD));
        ApiClient own = browser(signIn(PASSWORD));
        Answer changed = own.post("/api/v1/session/password", Map.of("currentPassword", PASSWORD, "newPassword", ANOTHER));
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(own.get("/api/v1/session").status()).as("with the cookie from before").isEqualTo(401);
        assertThat(browser(changed).get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(PASSWORD).status()).isEqualTo(401);
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
}
