package dev.syncline.connectors.rest;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.RecordingHttp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sends authorized requests made from templates, and finds accounts. */
final class RestService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RestConfig config;
    private final RecordingHttp http;
    private final HttpVerdict verdict;

    RestService(RestConfig config, InstantSource clock) {
        this.config = config;
        this.http = new RecordingHttp(config.timeout(), config.trust());
        this.verdict = new HttpVerdict(clock);
    }

    /** The answer, whatever its status. */
    HttpReply send(RequestTemplate request, Map<String, Object> values, Exchanges exchanges) throws Stopped {
        HttpCall call = request.fill(config.baseUrl(), values);
        for (Map.Entry<String, Template> header : config.headers().entrySet()) {
            // Reading belongs to no task: a header that names one is left out then.
            if (values.containsKey("taskId") || !header.getValue().mentions("taskId")) {
                call = call.with(header.getKey(), header.getValue().fill(values));
            }
        }
        return http.send(authorized(call), exchanges);
    }

    private HttpCall authorized(HttpCall call) {
        return config.authorization().map(header -> call.with(header.getKey(), header.getValue())).orElse(call);
    }

    boolean gone(HttpReply reply) {
        return config.gone().contains(reply.status());
    }

    /** The account of this name; empty when the application has none. */
    Optional<JsonNode> find(RequestTemplate find, String name, Exchanges exchanges) throws Stopped {
        HttpReply reply = send(find, Map.of("name", name), exchanges);
        if (gone(reply)) {
            return Optional.empty();
        }
        return Optional.of(json(reply, "Looking for " + name).at(config.shape().found())).filter(JsonNode::isObject);
    }

    /**
     * The JSON of a successful answer; missing when it has no body or plain text. Anything else is a login page or a proxy's
     * word, and whether the application behind it did anything cannot be told.
     */
    JsonNode json(HttpReply reply, String what) throws Stopped {
        if (!reply.ok()) {
            throw verdict.failed(reply, what);
        }
        boolean plain = reply.header("Content-Type").filter(type -> type.startsWith("text/plain")).isPresent();
        if (reply.body().isBlank() || plain && !reply.cut()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(reply.body());
        } catch (JacksonException e) {
            throw new Stopped(new Outcome.Unclear("%s: the answer %d %s. Check the connection's base URL and templates."
                    .formatted(what, reply.status(), reply.cut() ? "is longer than 1 MiB" : "is no JSON")));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
