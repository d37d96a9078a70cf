package dev.syncline.callback;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where targets answer later. */
@Component
public class CallbackUrls {

    private final String publicUrl;

    /** @param publicUrl how targets reach this server, without a slash at the end */
    CallbackUrls(@Value("${syncline.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    public String url(UUID applicationId, UUID taskId) {
        return publicUrl + "/callbacks/" + applicationId + "/" + taskId;
    }
}
