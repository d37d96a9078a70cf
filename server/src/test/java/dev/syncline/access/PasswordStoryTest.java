package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStoryTest extends SignInStory {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short                       | The new password must have 12 to 200 characters.
            correct horse battery       | must differ
            admin-2026-x                | built from your name
            aaaaaaaaaaaaaaa             | too easy to guess
            password1234                | too easy to guess
            qwertyuiop[]                | too easy to guess
            123456789012                | too easy to guess
            administrator administrator | built from your name
            """)
    void aPoorOneIsRefusedWithASentence(String wanted, String sentence) {
        Answer refused = change(signedIn(), PASSWORD, wanted);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.field("detail")).contains(sentence);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("newPassword");
    }

    @Test
    void howShortOneMayBeIsASetting() {
        policy(Map.of("shortestPassword", 20));
        assertThat(change(signedIn(), PASSWORD, "marble lantern swim").field("detail"))
                .isEqualTo("The new password must have 20 to 200 characters.");
        policy(Map.of("shortestPassword", 8));
        assertThat(change(signedIn(), PASSWORD, "zK4!mqv9").status()).isEqualTo(204);
    }

    @Test
    void theSameLettersWrittenOtherwiseAreTheSamePassword() {
        assertThat(change(signedIn(), PASSWORD, "caf\u00e9 lantern swims upstream").status()).isEqualTo(204);
        assertThat(signIn("cafe\u0301 lantern swims upstream").status()).isEqualTo(200);
    }

    @Test
    void wrongGuessesOfTheCurrentOneLock() {
        ApiClient stolen = signedIn();
        for (int i = 0; i <= LockOut.FREE; i++) {
            assertThat(change(stolen, "wrong", ANOTHER).field("detail")).isEqualTo("The current password is wrong.");
        }
        assertThat(change(stolen, PASSWORD, ANOTHER).status()).isEqualTo(429);
    }

    @Test
    void parametersThatWereRaisedAreTakenOverAtTheNextSignIn() {
        try (TestServer stronger = TestServer.beside(server, "syncline.argon2.memory=32768", "syncline.argon2.passes=3")) {
            assertThat(hash()).contains("m=19456,t=2,p=1");
            Answer signedIn = stronger.anonymous().post("/api/v1/session", Map.of("userName", "admin", "password", PASSWORD));
            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(hash()).contains("m=32768,t=3,p=1");
        }
        String strong = hash();
        assertThat(signIn(PASSWORD).status()).as("with the weaker parameters").isEqualTo(200);
        assertThat(hash()).as("is never weakened").isEqualTo(strong);
    }

    private static String hash() {
        return server.database().jdbc().sql("select password_hash from administrator where user_name = 'admin'").query(String.class).single();
    }

    private static Answer change(ApiClient browser, String current, String wanted) {
        return browser.post("/api/v1/session/password", Map.of("currentPassword", current, "newPassword", wanted));
    }
}
