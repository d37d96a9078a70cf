package dev.syncline.samples;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A token endpoint for client credentials (RFC 6749, 4.4), and the tokens it gave out. */
final class SampleTokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final String client;
    private final String secret;
    private final InstantSource clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();
    private static final Duration LIFETIME = Duration.ofHours(1);

    SampleTokens(String client, String secret, InstantSource clock) {
        this.client = client;
        this.secret = secret;
        this.clock = clock;
    }

    SampleResponse answer(SampleRequest request) {
        var body = JSON.createObjectNode();
        if (!knows(request.header("authorization").orElse(""))) {
            return SampleResponse.json(401, body.put("error", "invalid_client").put("error_description", "The client is not known here."));
        }
        if (!request.body().contains("grant_type=client_credentials")) {
            return SampleResponse.json(400, body.put("error", "unsupported_grant_type"));
        }
        String token = "at-" + UUID.randomUUID();
        until.put(token, clock.instant().plus(LIFETIME));
        given.incrementAndGet();
        return SampleResponse.json(
                200, body.put("access_token", token).put("token_type", "Bearer").put("expires_in", LIFETIME.toSeconds()));
    }

    /** RFC 6749, 2.3.1: id and secret are form-encoded before they become basic credentials. */
    private boolean knows(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        String[] sent = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8).split(":", 2);
        return sent.length == 2 && decoded(sent[0]).equals(client) && decoded(sent[1]).equals(secret);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean takes(String token) {
        Instant end = until.get(token);
        return end != null && clock.instant().isBefore(end);
    }


    void revokeAll() {
        until.clear();
    }

    long given() {
        return given.get();
    }
}
