package dev.syncline.samples;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to a sample application.
 *
 * @param headers lower-case name to first value
 */
public record SampleRequest(String method, URI uri, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Path segments, decoded. */
    public List<String> path() {
        return Arrays.stream(uri.getRawPath().split("/")).filter(part -> !part.isEmpty()).map(SampleRequest::decoded).toList();
    }

    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** All values of a parameter that may be repeated. */
    public List<String> queries(String name) {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> decoded(pair[1]))
                .toList();
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** @throws SampleRefusal 400 when the body is no JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new SampleRefusal(400, "The body is no JSON.");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
