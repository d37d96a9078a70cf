package dev.syncline.samples;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer of a sample application. */
public record SampleResponse(int status, Map<String, String> headers, String body) {

    public static SampleResponse json(int status, JsonNode body) {
        return new SampleResponse(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    public static SampleResponse empty(int status) {
        return new SampleResponse(status, Map.of(), "");
    }

    public SampleResponse with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new SampleResponse(status, more, body);
    }
}
