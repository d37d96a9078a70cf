package dev.syncline.connector;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request as it goes over the wire.
 *
 * @param protocol "HTTP", "LDAP", ...
 * @param operation the protocol's verb: "POST", "ADD"
 * @param target what it is sent to: a URL, a DN
 * @param headers in the order sent; empty where the protocol has none
 * @param body the text sent (JSON, LDIF); empty when there is none
 */
public record WireRequest(String protocol, String operation, String target, Map<String, List<String>> headers, String body) {
    public WireRequest {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(target);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
    }
}
