package dev.syncline;

import dev.syncline.settings.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server process. */
@SpringBootApplication
public class SynclineServer {

    public static void main(String[] args) {
        ConfigurableApplicationContext server = SpringApplication.run(SynclineServer.class, args);
        if (server.getBean(Settings.class).training()) {
            Rehearsal.of(server);
            System.exit(SpringApplication.exit(server));
        }
    }
}
