package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import dev.syncline.scim.ScimRequests.Request;

/** The words of RFC 7644, section 3.12, for refusals the library has none or another one for. */
final class ErrorTypes {

    private static final String TYPE = "scimType";

    private ErrorTypes() {}

    static void complete(Request request, ScimResponse answer) {
        if (answer.getHttpStatus() != 400) {
            return;
        }
        String type = answer.path(TYPE).asText("");
        boolean patch = request.method() == HttpMethod.PATCH;
        if (type.isEmpty()) {
            answer.put(TYPE, missing(request, patch && answer.path("detail").asText().startsWith("Required '")));
        } else if (patch && type.equals(ScimType.RFC7644.INVALID_FILTER) && !hasFilter(request)) {
            answer.put(TYPE, ScimType.RFC7644.INVALID_PATH);
        }
    }

    private static boolean hasFilter(Request patch) {
        return Json.body(patch.body()).path("Operations").findValuesAsText("path").stream().anyMatch(path -> path.contains("["));
    }

    /** @param removed whether a PATCH would take away what has to be there (section 3.5.2.2) */
    private static String missing(Request request, boolean removed) {
        if (request.method() == HttpMethod.GET) {
            return request.url().contains("filter=") ? ScimType.RFC7644.INVALID_FILTER : ScimType.RFC7644.INVALID_SYNTAX;
        }
        return removed ? ScimType.RFC7644.MUTABILITY : ScimType.RFC7644.INVALID_VALUE;
    }
}
