package dev.syncline.connectors.feishu;

import dev.syncline.connectors.http.HttpReply;
import tools.jackson.databind.JsonNode;

/**
 * What the platform answered to a request, in its own form.
 *
 * @param root the whole body, which has a code
 */
record Answer(Request request, HttpReply reply, JsonNode root) {

    long code() {
        return root.path("code").asLong();
    }

    boolean ok() {
        return code() == 0 && reply.ok();
    }

    String msg() {
        return Json.text(root, "msg").orElse("no reason given");
    }

    JsonNode data() {
        return root.path("data");
    }

    Meaning meaning() {
        return Meaning.of(code());
    }

    boolean means(Meaning.Kind kind) {
        return !ok() && meaning().kind() == kind;
    }
}
