package dev.syncline.connectors.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the target answered.
 *
 * @param cut whether the body was longer than is read
 */
public record HttpReply(int status, Map<String, List<String>> headers, String body, boolean cut) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }
}
