package dev.syncline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 when the connection was closed without any
 * @param headers by name in lower case
 */
record RawAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    static final RawAnswer NONE = new RawAnswer(0, Map.of(), new byte[0]);

    /** The first value, or nothing. */
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean closes() {
        return status == 0 || header("connection").equalsIgnoreCase("close");
    }

    @Override
    public String toString() {
        return status + " " + header("content-type") + " " + (body.length > 2_000 ? text().substring(0, Math.min(2_000, text().length())) + "..." : text());
    }
}
