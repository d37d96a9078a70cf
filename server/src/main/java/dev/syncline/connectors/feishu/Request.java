package dev.syncline.connectors.feishu;

import dev.syncline.connectors.http.Urls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation to be called.
 *
 * @param what is tried, as the beginning of a sentence: "Creating ada"
 * @param id what stands in the path, where the path has such
 * @param query in the order sent
 */
record Request(Api api, String what, Optional<String> id, Map<String, String> query, Optional<ObjectNode> body) {

    Request {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    static Request of(Api api, String what) {
        return new Request(api, what, Optional.empty(), Map.of(), Optional.empty());
    }

    Request on(String subject) {
        return new Request(api, what, Optional.of(subject), query, body);
    }

    /** The same with this parameter, in place of one of that name. */
    Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Request(api, what, id, more, body);
    }

    Request with(ObjectNode content) {
        return new Request(api, what, id, query, Optional.of(content));
    }

    /** Path and query. */
    String path() {
        String path = id.map(subject -> api.path().replace("{}", Urls.encoded(subject))).orElse(api.path());
        return query.isEmpty()
                ? path
                : path + query.entrySet().stream().map(parameter -> parameter.getKey() + "=" + Urls.encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
