package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.RecordingHttp;
import dev.syncline.connectors.http.Urls;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Sends authorized SCIM requests. */
final class ScimService implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/scim+json";

    private final ScimConfig config;
    private final RecordingHttp http;
    private final HttpVerdict verdict;
    private final Tokens tokens;

    ScimService(ScimConfig config, InstantSource clock) {
        this.config = config;
        this.http = new RecordingHttp(config.timeout(), config.trust());
        this.verdict = new HttpVerdict(clock);
        this.tokens = new Tokens(config.signIn(), http, verdict, clock);
    }

    /** The answer, whatever its status. A token the service no longer takes is replaced once. */
    HttpReply get(String path, Exchanges exchanges) throws Stopped {
        return authorized(HttpCall.of("GET", URI.create(config.baseUrl() + path)).with("Accept", MEDIA_TYPE), exchanges);
    }

    /** @param version the resource version this is based on (RFC 7644, 3.14) */
    HttpReply send(String method, String path, ObjectNode body, Optional<String> version, Exchanges exchanges) throws Stopped {
        HttpCall call = HttpCall.of(method, URI.create(config.baseUrl() + path))
                .with("Accept", MEDIA_TYPE)
                .body(MEDIA_TYPE, body.toString());
        return authorized(version.map(tag -> call.with("If-Match", tag)).orElse(call), exchanges);
    }

    HttpReply delete(String path, Exchanges exchanges) throws Stopped {
        return authorized(HttpCall.of("DELETE", URI.create(config.baseUrl() + path)).with("Accept", MEDIA_TYPE), exchanges);
    }

    /** The resource in a successful answer. */
    Resource resource(HttpReply reply, String what) throws Stopped {
        requireOk(reply, what);
        if (Json.parse(reply.body()) instanceof ObjectNode node) {
            return new Resource(node, version(reply, node));
        }
        throw noScim(reply, what);
    }

    /** A successful answer has no body, or JSON. */
    void requireOk(HttpReply reply, String what) throws Stopped {
        if (!reply.ok()) {
            throw failed(reply, what);
        }
        if (!reply.body().isBlank() && !Json.parse(reply.body()).isContainerNode()) {
            throw noScim(reply, what);
        }
    }

    Stopped failed(HttpReply reply, String what) {
        return verdict.failed(reply, what);
    }

    static String path(String kind, String id) {
        return "/" + kind + "/" + Urls.encoded(id);
    }

    private HttpReply authorized(HttpCall call, Exchanges exchanges) throws Stopped {
        String token = tokens.current(exchanges);
        HttpReply reply = http.send(call.with("Authorization", "Bearer " + token), exchanges);
        if (reply.status() == 401 && tokens.drop(token)) {
            return http.send(call.with("Authorization", "Bearer " + tokens.current(exchanges)), exchanges);
        }
        return reply;
    }

    /** Something answered 2xx that is no SCIM service; whether a service behind it did anything cannot be told. */
    private static Stopped noScim(HttpReply reply, String what) {
        return new Stopped(new Outcome.Unclear(what + ": the answer " + reply.status()
                + (reply.cut() ? " is longer than 1 MiB" : " is no SCIM") + ". Check the connection's base URL."));
    }

    /** The header, or the resource's own word for it (RFC 7643, 3.1). */
    private static Optional<String> version(HttpReply reply, JsonNode node) {
        return reply.header("ETag").or(() -> Json.text(node.path("meta"), "version"));
    }

    @Override
    public void close() {
        http.close();
    }
}
