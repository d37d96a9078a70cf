package dev.syncline.callback;

import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where targets answer later: below {@code syncline.public-url}, which is this machine's own address unless it is set. */
@Component
public class CallbackUrls {

    private final Environment environment;

    CallbackUrls(Environment environment) {
        this.environment = environment;
    }

    public String url(UUID applicationId, UUID taskId) {
        return publicUrl() + "/callbacks/" + applicationId + "/" + taskId;
    }

    /** Asked for each time: a server that takes any free port learns which one only when it has started. */
    private String publicUrl() {
        String url = environment.getProperty("syncline.public-url", "");
        if (url.isBlank()) {
            String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            return "http://localhost:" + port;
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
