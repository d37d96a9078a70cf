package dev.syncline.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What clients send about requests, and get. */
final class RequestBodies {

    private RequestBodies() {}

    record Decision(@Size(max = 2000, message = "At most 2000 characters.") String comment) {}

    record Comment(
            @NotBlank(message = "Write something.") @Size(max = 2000, message = "At most 2000 characters.") String comment) {}

    /** @param requests one for each application and package */
    record Submitted(List<RequestView> requests) {}

    record Count(int open) {}
}
