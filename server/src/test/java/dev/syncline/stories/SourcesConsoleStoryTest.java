package dev.syncline.stories;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The "walk from every task to its cause and back", in a real browser; by API it is told in DemoStoryTest. */
class SourcesConsoleStoryTest {

    private final FirstStart first = FirstStart.now("syncline.demo=true");

    @AfterEach
    void stop() {
        first.server().close();
    }

    @Test
    void fromARecordOfEachSourceToItsCauseAndBack() {
        DemoLog.awaitAllSources(first.server());
        new BrowserScript("sources.mjs", Map.of("BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword())).run(_ -> {});
    }
}
