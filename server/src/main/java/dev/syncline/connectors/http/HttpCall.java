package dev.syncline.connectors.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request to be sent. Headers in the order sent. */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<String> body) {

    public HttpCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static HttpCall of(String method, URI uri) {
        return new HttpCall(method, uri, Map.of(), Optional.empty());
    }

    /** The same call with this header, in place of one of that name. */
    public HttpCall with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(header::equalsIgnoreCase);
        more.put(header, value);
        return new HttpCall(method, uri, more, body);
    }

    public HttpCall body(String contentType, String text) {
        return new HttpCall(method, uri, headers, Optional.of(text)).with("Content-Type", contentType);
    }

    /** The credentials of basic authentication (RFC 7617) as the header carries them, without the word "Basic". */
    public static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
