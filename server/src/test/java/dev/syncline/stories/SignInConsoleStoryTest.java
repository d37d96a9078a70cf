package dev.syncline.stories;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sign-in as a person sees it: second factor, sessions, settings. */
class SignInConsoleStoryTest {

    private final FirstStart first = FirstStart.now();

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void aSecondFactorIsSetUpAndAskedFor() {
        new BrowserScript("sign-in.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(what -> {
            throw new IllegalStateException("Nothing is to be done outside: " + what);
        });
    }
}
