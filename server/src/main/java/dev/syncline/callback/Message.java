package dev.syncline.callback;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What arrived at a callback address.
 *
 * @param headers by name in lower case
 */
record Message(UUID applicationId, UUID taskId, Map<String, List<String>> headers, byte[] body, String remoteAddress) {

    /** The first value, or null. */
    @Nullable String header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
