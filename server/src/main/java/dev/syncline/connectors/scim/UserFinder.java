package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.Urls;
import java.util.Optional;

/** Finds a user by name (RFC 7644, 3.4.2.2). */
final class UserFinder {

    private final ScimService service;

    UserFinder(ScimService service) {
        this.service = service;
    }

    /** Names are compared without case (RFC 7643, 4.1.1); a service that ignores the filter must not make us take another user. */
    Optional<Resource> byName(String name, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.get("/Users?filter=" + Urls.encoded("userName eq " + TextNode.valueOf(name)), exchanges);
        JsonNode list = service.resource(reply, "Looking for " + name).node();
        for (JsonNode user : list.path("Resources")) {
            if (user instanceof ObjectNode node && node.path("userName").asText().equalsIgnoreCase(name)) {
                return Optional.of(new Resource(node, Json.text(node.path("meta"), "version")));
            }
        }
        return Optional.empty();
    }
}
