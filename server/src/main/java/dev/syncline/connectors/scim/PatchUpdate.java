package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what changes (RFC 7644, 3.5.2). A value picked by a filter is the exception: services differ on what replacing one that
 * is not there means, some answer success and do nothing. So the user is read, and the whole attribute replaced.
 */
final class PatchUpdate implements UserUpdate {

    private final ScimService service;

    PatchUpdate(ScimService service) {
        this.service = service;
    }

    @Override
    public void apply(String id, UserValues values, Exchanges exchanges) throws Stopped {
        String what = "Changing " + values.userName();
        boolean filtered = values.wanted().stream().anyMatch(one -> one.path().filtered());
        HttpReply reply = filtered
                ? Repeating.onConflict(() -> readAndPatch(id, values, what, exchanges))
                : send(id, patch(values, Optional.empty()), Optional.empty(), exchanges);
        service.requireOk(reply, what);
    }

    private HttpReply readAndPatch(String id, UserValues values, String what, Exchanges exchanges) throws Stopped {
        Resource current = service.resource(service.get(ScimService.path("Users", id), exchanges), what);
        return send(id, patch(values, Optional.of(current.node())), current.version(), exchanges);
    }

    private HttpReply send(String id, ObjectNode patch, Optional<String> version, Exchanges exchanges) throws Stopped {
        return service.send("PATCH", ScimService.path("Users", id), patch, version, exchanges);
    }

    @Override
    public boolean activate(String id, boolean active, Exchanges exchanges) throws Stopped {
        PatchBody body = new PatchBody().replace("active", BooleanNode.valueOf(active));
        HttpReply reply = send(id, body.node(), Optional.empty(), exchanges);
        if (reply.status() == 404) {
            return false;
        }
        service.requireOk(reply, active ? "Enabling" : "Disabling");
        return true;
    }

    private static ObjectNode patch(UserValues values, Optional<ObjectNode> current) {
        PatchBody body = new PatchBody().replace("userName", TextNode.valueOf(values.userName()));
        for (UserValues.Wanted one : values.wanted()) {
            if (!one.path().filtered()) {
                body.replaceOrRemove(one.path().toString(), one.value());
            }
        }
        current.ifPresent(user -> wholeAttributes(values, user).forEach(body::replaceOrRemove));
        return body.node();
    }

    /** The attributes that filters pick from, as they should be. */
    private static Map<String, JsonNode> wholeAttributes(UserValues values, ObjectNode current) {
        ObjectNode wanted = values.applyTo(current.deepCopy());
        Map<String, JsonNode> whole = new LinkedHashMap<>();
        for (UserValues.Wanted one : values.wanted()) {
            if (one.path().filtered() && !one.path().attributeIn(wanted).equals(one.path().attributeIn(current))) {
                whole.put(one.path().attribute(), one.path().attributeIn(wanted));
            }
        }
        return whole;
    }
}
