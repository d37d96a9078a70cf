package dev.syncline.connector;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An answer as it came over the wire.
 *
 * @param status the protocol's status: "201", "68 entryAlreadyExists"
 * @param headers in the order received
 * @param body the text received; empty when there was none
 */
public record WireResponse(String status, Map<String, List<String>> headers, String body) {
    public WireResponse {
        Objects.requireNonNull(status);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
    }
}
