package dev.syncline.callback;

import dev.syncline.settings.PublicUrl;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where targets answer later. */
@Component
public class CallbackUrls {

    private final PublicUrl here;

    CallbackUrls(PublicUrl here) {
        this.here = here;
    }

    public String url(UUID applicationId, UUID taskId) {
        return here.of("/callbacks/" + applicationId + "/" + taskId);
    }
}
