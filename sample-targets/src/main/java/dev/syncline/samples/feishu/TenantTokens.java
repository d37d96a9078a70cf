package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRequest;
import dev.syncline.samples.SampleResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tenant access tokens: valid for at most two hours; while half an hour or more of one is left, asking again gives the same, and with less a
 * new one, beside which the old one stays valid. A refusal is HTTP 200 with a code, unlike everywhere else.
 */
final class TenantTokens {

    static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration RENEWED_BELOW = Duration.ofMinutes(30);

    private final String appId;
    private final String secret;
    private final InstantSource clock;
    private final Map<String, Instant> until = new LinkedHashMap<>();
    private Duration lifetime = Duration.ofHours(2);
    private String newest = "";
    private long given;

    TenantTokens(String appId, String secret, InstantSource clock) {
        this.appId = appId;
        this.secret = secret;
        this.clock = clock;
    }

    synchronized SampleResponse answer(SampleRequest request) {
        JsonNode body = request.json();
        if (!body.path("app_id").asString("").equals(appId)) {
            return refused(10003, "invalid param");
        }
        if (!body.path("app_secret").asString("").equals(secret)) {
            return refused(10014, "app secret invalid");
        }
        given++;
        Duration left = left(newest);
        if (left.compareTo(RENEWED_BELOW) < 0) {
            newest = "t-g1" + UUID.randomUUID().toString().replace("-", "");
            until.put(newest, clock.instant().plus(lifetime));
            left = lifetime;
        }
        return SampleResponse.json(200, JSON.createObjectNode().put("code", 0).put("expire", left.toSeconds()).put("msg", "ok")
                .put("tenant_access_token", newest));
    }

    private static SampleResponse refused(int code, String message) {
        ObjectNode body = JSON.createObjectNode().put("code", code);
        body.putObject("data");
        return SampleResponse.json(200, body.put("msg", message));
    }

    private Duration left(String token) {
        Instant end = until.get(token);
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    }

    /** @throws FeishuRefusal 9999166x when the request carries no token that is valid now */
    synchronized void check(SampleRequest request) {
        String sent = request.header("authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7).strip())
                .orElse("");
        if (sent.isEmpty()) {
            throw new FeishuRefusal(FeishuError.NO_TOKEN);
        }
        if (!sent.startsWith("t-")) {
            throw new FeishuRefusal(FeishuError.BAD_USER_TOKEN);
        }
        if (!left(sent).isPositive()) {
            throw new FeishuRefusal(FeishuError.BAD_TENANT_TOKEN);
        }
    }

    synchronized void lifetime(Duration next) {
        lifetime = next;
    }

    synchronized void revokeAll() {
        until.clear();
        newest = "";
    }

    synchronized long given() {
        return given;
    }
}
