package dev.syncline.stories;

import dev.syncline.delivery.Receiver;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page and dialog of the console before axe (WCAG 2.2 AA), with data of every kind: what the demo has, and {@link AccessibilityData}. */
class AccessibilityStoryTest {

    private final FirstStart first = FirstStart.now("syncline.demo=true");
    private final Receiver receiver = Receiver.webhook();

    @AfterEach
    void stop() {
        first.server().close();
        receiver.close();
    }

    @Test
    void noPageAndNoDialogKeepsAnybodyOut() {
        DemoLog.awaitAllSources(first.server());
        Map<String, String> environment = new LinkedHashMap<>(
                Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword()));
        environment.putAll(new AccessibilityData(first.server(), receiver).prepare());
        new BrowserScript("axe.mjs", environment).run(what -> {
            throw new IllegalStateException("Nothing is to be done outside: " + what);
        });
    }
}
