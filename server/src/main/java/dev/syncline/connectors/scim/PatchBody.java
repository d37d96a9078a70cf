package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A PATCH message (RFC 7644, 3.5.2). */
final class PatchBody {

    private final ObjectNode node = Json.object();
    private final ArrayNode operations;

    PatchBody() {
        node.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:PatchOp");
        operations = node.putArray("Operations");
    }

    PatchBody add(String path, JsonNode value) {
        operations.addObject().put("op", "add").put("path", path).set("value", value);
        return this;
    }

    PatchBody replace(String path, JsonNode value) {
        operations.addObject().put("op", "replace").put("path", path).set("value", value);
        return this;
    }

    PatchBody remove(String path) {
        operations.addObject().put("op", "remove").put("path", path);
        return this;
    }

    /** Removes where there is no value to put. */
    PatchBody replaceOrRemove(String path, JsonNode value) {
        return value.isMissingNode() || value.isNull() ? remove(path) : replace(path, value);
    }

    ObjectNode node() {
        return node;
    }
}
