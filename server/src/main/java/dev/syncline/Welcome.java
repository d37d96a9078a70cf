package dev.syncline;

import dev.syncline.settings.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Says on the console where to go once the server is ready. */
@Component
class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    private final Settings settings;

    Welcome(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null && !settings.training()) {
            System.out.printf("Syncline is ready: http://localhost:%d  (stop with Ctrl-C)%n", web.getWebServer().getPort());
        }
    }
}
