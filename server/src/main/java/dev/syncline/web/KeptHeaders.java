package dev.syncline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The headers of an answer that belong to what was done, not to the connection or the caller. */
@Component
class KeptHeaders {

    private static final List<String> NAMES = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final JsonMapper mapper;

    KeptHeaders(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(HttpServletResponse response) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (response.getHeader(name) != null) {
                kept.put(name, response.getHeader(name));
            }
        }
        if (response.getContentType() != null) {
            kept.put(HttpHeaders.CONTENT_TYPE, response.getContentType());
        }
        return mapper.writeValueAsString(kept);
    }

    void read(String json, HttpServletResponse response) {
        mapper.readValue(json, new TypeReference<Map<String, String>>() {}).forEach(response::setHeader);
    }
}
