package dev.syncline.demo;

import dev.syncline.access.ApiTokens;
import dev.syncline.application.Targets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts the demo once the server is ready, and stops it with the server. */
@Component
@ConditionalOnProperty(name = "syncline.demo", havingValue = "true")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final ApiTokens tokens;
    private final Targets targets;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable Thread thread;

    Demo(ApiTokens tokens, Targets targets, JsonMapper json, Clock clock) {
        this.tokens = tokens;
        this.targets = targets;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String url = "http://localhost:" + web.getWebServer().getPort();
            DemoClient api = new DemoClient(url, tokens.ofThisProcess("Demo"), json);
            // Asked before anybody is told that the server is ready: an application somebody makes at once does not make it an old installation.
            boolean isNew = api.get("/applications?limit=1").path("items").isEmpty();
            thread = Thread.ofVirtual().name("demo").start(() -> run(api, isNew));
        }
    }

    @EventListener
    void stop(ContextClosedEvent closed) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(DemoClient api, boolean isNew) {
        try (DemoTargets samples = new DemoTargets()) {
            if (isNew) {
                new DemoSetup(api, samples, clock).run();
            } else {
                new DemoRestart(api, samples, targets, json).run();
            }
            new DemoLife(api).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                log.warn("The demo stopped: {}", e.getMessage());
            }
        }
    }
}
