package dev.syncline.samples.feishu;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform says no. */
final class FeishuRefusal extends RuntimeException {

    private static final JsonMapper JSON = new JsonMapper();

    private final FeishuError error;
    private final ObjectNode details;
    private final Map<String, String> headers;

    FeishuRefusal(FeishuError error) {
        this(error, error.text(), JSON.createObjectNode(), Map.of());
    }

    private FeishuRefusal(FeishuError error, String message, ObjectNode details, Map<String, String> headers) {
        super(message, null, false, false);
        this.error = error;
        this.details = details;
        this.headers = headers;
    }

    /** @param reset seconds after which a request may come again */
    static FeishuRefusal throttled(int limit, long reset) {
        return new FeishuRefusal(FeishuError.THROTTLED, FeishuError.THROTTLED.text(), JSON.createObjectNode(),
                Map.of("x-ogw-ratelimit-limit", Integer.toString(limit), "x-ogw-ratelimit-reset", Long.toString(reset)));
    }

    /** @param type {@code action_scope_required} for an API, {@code field_scope_required} for a kind of id or field */
    static FeishuRefusal scope(String type, String appId, Collection<String> anyOf) {
        String scopes = String.join(", ", new TreeSet<>(anyOf));
        ObjectNode details = JSON.createObjectNode();
        details.put("message", "Refer to the documentation to fix the error: https://open.feishu.cn/document/uAjLw4CM/ugTN1YjL4UTN24CO1UjN"
                + "/trouble-shooting/how-to-fix-the-99991672-error");
        var violations = details.putArray("permission_violations");
        new TreeSet<>(anyOf).forEach(scope -> violations.addObject().put("type", type).put("subject", scope));
        details.putArray("helps").addObject()
                .put("url", "https://open.feishu.cn/app/" + appId + "/auth?q=" + scopes.replace(", ", ",") + "&op_from=openapi&token_type=tenant")
                .put("description", "Learn more about scopes and how to add them: [" + scopes + "]");
        return new FeishuRefusal(
                FeishuError.NO_SCOPE, "Access denied. One of the following scopes is required: [" + scopes + "]", details, Map.of());
    }

    static FeishuRefusal field(String field, String value, String description) {
        ObjectNode details = JSON.createObjectNode();
        ObjectNode violation = details.putArray("field_violations").addObject().put("field", field);
        if (value != null) {
            violation.put("value", value);
        }
        violation.put("description", description);
        return new FeishuRefusal(FeishuError.FIELD_VALIDATION, FeishuError.FIELD_VALIDATION.text(), details, Map.of());
    }

    static FeishuRefusal required(String field) {
        return field(field, null, field + " is required");
    }

    static FeishuRefusal type(String field) {
        return new FeishuRefusal(FeishuError.BAD_REQUEST, "Invalid parameter type in json: " + field
                + ". Please check and modify accordingly.", JSON.createObjectNode(), Map.of());
    }

    static FeishuRefusal ids(FeishuError error, Collection<String> ids) {
        return new FeishuRefusal(error, error.text() + " Invalid ids: [" + String.join(", ", ids) + "]", JSON.createObjectNode(), Map.of());
    }

    FeishuError error() {
        return error;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The body: code, message, and what there is to find the cause by. */
    ObjectNode body(String logId) {
        if (error == FeishuError.THROTTLED) {
            return JSON.createObjectNode().put("code", error.code()).put("msg", getMessage());
        }
        ObjectNode body = body(error.code(), getMessage(), logId);
        ((ObjectNode) body.path("error")).setAll(details);
        return body;
    }

    static ObjectNode body(int code, String message, String logId) {
        ObjectNode body = JSON.createObjectNode().put("code", code).put("msg", message);
        body.putObject("error").put("log_id", logId).put("troubleshooter",
                "Troubleshooting suggestions: https://open.feishu.cn/search?from=openapi&log_id=" + logId + "&code=" + code);
        return body;
    }
}
