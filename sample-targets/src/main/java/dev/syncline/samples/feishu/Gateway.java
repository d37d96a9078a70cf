package dev.syncline.samples.feishu;

import dev.syncline.samples.SampleRefusal;
import dev.syncline.samples.SampleRequest;
import dev.syncline.samples.SampleResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every request passes, in this order: is there such an API, the token, the scopes, the limits; and the frame of every answer. */
final class Gateway {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter LOG_ID_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.ofHours(8));
    private static final Set<String> USER_ID_SCOPE = Set.of("contact:user.employee_id:readonly");

    private final TenantTokens tokens;
    private final RateLimits limits;
    private final Tenant tenant;
    private final ContactApi contact;
    private final List<FeishuCall> calls = new CopyOnWriteArrayList<>();

    Gateway(TenantTokens tokens, RateLimits limits, Tenant tenant, ContactApi contact) {
        this.tokens = tokens;
        this.limits = limits;
        this.tenant = tenant;
        this.contact = contact;
    }

    List<FeishuCall> calls() {
        return List.copyOf(calls);
    }

    SampleResponse answer(SampleRequest request) {
        String logId = logId();
        if (request.uri().getPath().equals(TenantTokens.PATH) && request.method().equals("POST")) {
            return identified(tokens.answer(request), logId);
        }
        Optional<FeishuApi> api = FeishuApi.of(request);
        SampleResponse answer;
        int code = 0;
        try {
            answer = api.isEmpty() ? notFound() : SampleResponse.json(200, success(passed(new FeishuRequest(api.get(), request))));
        } catch (FeishuRefusal no) {
            code = no.error().code();
            answer = SampleResponse.json(status(no.error()), no.body(logId));
            for (Map.Entry<String, String> header : no.headers().entrySet()) {
                answer = answer.with(header.getKey(), header.getValue());
            }
        }
        calls.add(new FeishuCall(api, request.method(), request.uri().getPath(), answer.status(), code, logId));
        return identified(answer, logId);
    }

    private int status(FeishuError error) {
        return error == FeishuError.THROTTLED && tenant.settings().throttlesAsBefore() ? 400 : error.status();
    }

    /** A wrong path and a wrong method are answered as plain text, before the token is looked at. */
    private static SampleResponse notFound() {
        return new SampleResponse(404, Map.of("Content-Type", "text/plain"), "404 page not found");
    }

    private ObjectNode passed(FeishuRequest request) {
        tokens.check(request.http());
        if (!request.api().scopes().isEmpty() && !tenant.settings().has(request.api().scopes())) {
            throw FeishuRefusal.scope("action_scope_required", tenant.appId(), request.api().scopes());
        }
        if (request.query("user_id_type").filter("user_id"::equals).isPresent() && !tenant.settings().has(USER_ID_SCOPE)) {
            throw FeishuRefusal.scope("field_scope_required", tenant.appId(), USER_ID_SCOPE);
        }
        limits.pass(request.api());
        return contact.answer(request);
    }

    private static ObjectNode success(ObjectNode data) {
        ObjectNode body = JSON.createObjectNode().put("code", 0);
        body.set("data", data);
        return body.put("msg", "success");
    }

    /** A token request whose body is no JSON. */
    SampleResponse refused(SampleRefusal no) {
        return identified(SampleResponse.json(200, JSON.createObjectNode().put("code", 10003).put("msg", "invalid param")), logId());
    }

    private static SampleResponse identified(SampleResponse answer, String logId) {
        return answer.with("X-Tt-Logid", logId).with("X-Request-Id", UUID.randomUUID().toString());
    }

    private String logId() {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, 18).toUpperCase(Locale.ROOT);
        return LOG_ID_TIME.format(tenant.clock().instant()) + random;
    }
}
