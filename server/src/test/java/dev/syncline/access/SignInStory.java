package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server whose administrator "admin" has a known password before each test, and no second factor. */
abstract class SignInStory {

    static final String PASSWORD = "correct horse battery";
    static final String ANOTHER = "marble lantern swims upstream";

    static TestServer server;

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
        server.database().jdbc().sql("delete from second_factor").update();
        server.database().jdbc().sql("delete from sign_in_failure").update();
        server.database().jdbc().sql("delete from session").update();
        policy(Map.of());
    }

    static void givePassword(String password, boolean mustChange) {
        server.database().jdbc().sql("update administrator set password_hash = ?, must_change = ? where user_name = 'admin'")
                .params(server.bean(Passwords.class).hash(password), mustChange)
                .update();
    }

    /** The usual policy, with what differs. */
    static void policy(Map<String, Object> differing) {
        Map<String, Object> policy = new java.util.HashMap<>(Map.of("shortestPassword", 12, "secondFactorRequired", false, "idleMinutes", 30,
                "longestMinutes", 720, "longestTokenDays", 365));
        policy.putAll(differing);
        Answer now = server.api().get("/api/v1/sign-in/policy");
        Answer changed = server.api().ifMatch(now.header("ETag")).put("/api/v1/sign-in/policy", policy);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    static Answer signIn(String password) {
        return signIn("admin", password);
    }

    static Answer signIn(String userName, String password) {
        return server.anonymous().post("/api/v1/session", Map.of("userName", userName, "password", password));
    }

    /** A browser with the cookie an answer set. */
    static ApiClient browser(Answer answer) {
        return server.anonymous().with("Cookie", cookie(answer)).with("X-Syncline", "1");
    }

    static ApiClient signedIn() {
        Answer answer = signIn(PASSWORD);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return browser(answer);
    }

    static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }
}
