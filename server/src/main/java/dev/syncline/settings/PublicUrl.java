package dev.syncline.settings;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How the outside reaches this server: {@code syncline.public-url}, which is this machine's own address unless it is set. */
@Component
public class PublicUrl {

    private final Environment environment;

    PublicUrl(Environment environment) {
        this.environment = environment;
    }

    /** The address of a path of this server. Asked for each time: a server that takes any free port learns which one only when it has started. */
    public String of(String path) {
        String url = environment.getProperty("syncline.public-url", "");
        if (url.isBlank()) {
            return "http://localhost:" + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")) + path;
        }
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
    }
}
