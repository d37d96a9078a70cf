package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.List;
import java.util.Optional;

/**
 * A resource as the service has it.
 *
 * @param version its ETag, where the service has such
 */
record Resource(ObjectNode node, Optional<String> version) {

    /** @throws Stopped when the service left it out */
    String id() throws Stopped {
        return Json.text(node, "id").orElseThrow(() -> new Stopped(new Outcome.Unclear(
                "The service's answer names no id, so it is not known which resource it made.")));
    }

    /** A copy that may be sent back: without what only the service sets (RFC 7643, 3.1 and 4.1.2). */
    ObjectNode writable() {
        ObjectNode copy = node.deepCopy();
        copy.remove(List.of("meta", "groups"));
        return copy;
    }
}
